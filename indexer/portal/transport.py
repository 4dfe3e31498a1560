"""Connects to addresses that were checked, under the name that was asked for.

The name is resolved here, once, and each request goes to one of the addresses found then; the ``Host``
header and the name in the certificate stay those of the name. There is one pool of connections per name, so
that two names at one address never share a connection. Proxies of the environment are not used: behind one,
nobody here could check where a name leads.
"""

import httpx

from indexer.portal.addresses import resolve
from indexer.portal.origin import Origin

__all__ = ["CheckedTransport"]


class CheckedTransport(httpx.BaseTransport):
    """Raises ``AddressRefused`` and ``NoAnswer`` besides httpx's own errors."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._pools: dict[Origin, httpx.HTTPTransport] = {}
        self._addresses: dict[Origin, tuple[str, ...]] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request to the first checked address that takes a connection."""
        origin = Origin.of(request.url)
        addresses = self._addresses.get(origin)
        if addresses is None:
            addresses = resolve(origin.host, origin.port, allow_private=self._allow_private)
            self._addresses[origin] = addresses
        if origin not in self._pools:
            self._pools[origin] = httpx.HTTPTransport()
        problem: httpx.TransportError | None = None
        for address in addresses:
            try:
                return self._pools[origin].handle_request(_sent_to(address, request, origin))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                problem = error
        del self._addresses[origin]  # it may have moved
        raise problem or httpx.ConnectError(f"{origin.host} has no address")

    def close(self) -> None:
        """Closes all connections."""
        for pool in self._pools.values():
            pool.close()


def _sent_to(address: str, request: httpx.Request, origin: Origin) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": origin.host},
    )
