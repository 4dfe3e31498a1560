"""Where a host name leads, and whether one may go there.

A name someone typed, or a portal redirected to, may lead into the network that this machine stands in.
Every address of the name must be a public one; those that were checked are the ones connected to
(``transport.py``), so that a name server cannot say another thing the second time.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from indexer.portal.errors import AddressRefused, NoAnswer

__all__ = ["is_public", "resolve"]

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def resolve(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """The addresses of a host, in the order to try them.

    Raises ``AddressRefused`` when one of them is not public, ``NoAnswer`` when there is none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "no such name"
        raise NoAnswer(
            f"{host} cannot be found ({reason}): check its spelling and this machine's network"
        ) from None
    addresses = tuple(dict.fromkeys(str(place[0]) for *_, place in found))
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise AddressRefused(
                    f"{host} leads to {address}, which is not a public address; "
                    "if that is meant, add --allow-private"
                )
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, also when it hides an IPv4 address in IPv6."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in (ip, *_hidden(ip)))


def _hidden(ip: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(ip, IPv4Address):
        return ()
    inside = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        inside.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(each for each in inside if each is not None)
