"""Where one may go: addresses as typed, names that lead somewhere, name servers that change their mind."""

import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st
from played_portal import QUICK, PlayedPortal, playing

from indexer.portal import Origin, fetch
from indexer.portal.addresses import is_public, resolve
from indexer.portal.errors import AddressRefused, BadAddress, NoAnswer

NAME = "dagsordener.example.dk"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (NAME, f"https://{NAME}"),
        (f" {NAME.upper()}. ", f"https://{NAME}"),
        (f"https://{NAME}/vis?id=1#x", f"https://{NAME}"),
        (f"http://{NAME}", f"http://{NAME}"),
        (f"{NAME}:8443", f"https://{NAME}:8443"),
        ("https://dagsordener.ærø.dk", "https://dagsordener.xn--r-3fa9c.dk"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("localhost", "http://localhost"),
        ("[::1]:80", "http://[::1]"),
        ("https://[::1]", "https://[::1]"),
    ],
)
def test_an_address_is_understood_as_it_is_typed(typed: str, meant: str) -> None:
    assert str(Origin.typed(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "køge",
        "ftp://a.dk",
        "file:///etc/passwd",
        "https://",
        "https://me:word@a.dk",
        "a.dk:99999",
        "a b.dk",
        "[::1",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress, match="not the address of a portal"):
        Origin.typed(typed)


@given(st.text(max_size=60))
def test_anything_typed_is_an_address_or_refused(typed: str) -> None:
    try:
        origin = Origin.typed(typed)
    except BadAddress:
        return
    assert Origin.typed(str(origin)) == origin
    assert Path(origin.folder_name).name == origin.folder_name


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::10.0.0.1",
        "not an address",
    ],
)
def test_private_addresses_in_any_dress(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["193.163.102.1", "8.8.8.8", "2a01:4f8::1", "64:ff9b::8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "::1"])
def test_a_name_for_this_machine_is_refused_however_it_is_written(host: str) -> None:
    try:
        socket.getaddrinfo(host, 80)
    except OSError:
        pytest.skip("this machine does not know that name")
    with pytest.raises(AddressRefused, match="--allow-private"):
        resolve(host, 80, allow_private=False)
    assert resolve(host, 80, allow_private=True)


def test_a_name_that_leads_nowhere_is_told() -> None:
    with pytest.raises(NoAnswer, match="cannot be found"):
        resolve("nowhere.invalid", 443, allow_private=False)


def test_fetching_from_a_private_address_takes_a_flag(tmp_path: Path) -> None:
    with playing(1) as portal:
        with pytest.raises(AddressRefused):
            fetch(Origin.typed(portal.address), tmp_path / "kept", manners=QUICK)
        assert portal.log == []
        assert not (tmp_path / "kept").exists()
        assert (
            fetch(Origin.typed(portal.address), tmp_path / "kept", manners=QUICK, allow_private=True).new == 1
        )


@pytest.fixture
def name_server(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, list[list[str]]], list[str]]:
    """Plays the name server: each question for a name gets its next answer. Returns the questions."""
    real = socket.getaddrinfo

    def play(name: str, answers: list[list[str]]) -> list[str]:
        asked: list[str] = []

        def getaddrinfo(host: Any, port: Any, *more: Any, **options: Any) -> Any:
            if host != name:
                return real(host, port, *more, **options)
            asked.append(host)
            addresses = answers[min(len(asked), len(answers)) - 1]
            return [found for each in addresses for found in real(each, port, *more, **options)]

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        return asked

    return play


def test_a_name_is_resolved_once_and_connected_to_what_was_checked(
    tmp_path: Path, name_server: Callable[..., list[str]]
) -> None:
    with playing(8) as portal:
        asked = name_server(NAME, [["127.0.0.1"], ["169.254.169.254"]])
        origin = Origin.typed(f"http://{NAME}:{portal.port}")
        assert fetch(origin, tmp_path / "kept", manners=QUICK, allow_private=True).new == 8
        assert asked == [NAME]
        assert {headers["Host"] for _, headers in portal.log} == {f"{NAME}:{portal.port}"}


def test_one_private_address_among_public_ones_is_enough(
    tmp_path: Path, name_server: Callable[..., list[str]]
) -> None:
    with playing(1) as portal:
        name_server(NAME, [["193.163.102.1", "127.0.0.1"]])
        with pytest.raises(AddressRefused, match=r"leads to 127\.0\.0\.1"):
            fetch(Origin.typed(f"http://{NAME}:{portal.port}"), tmp_path / "kept", manners=QUICK)
        assert portal.log == []


def test_a_dead_address_is_passed_over(tmp_path: Path, name_server: Callable[..., list[str]]) -> None:
    with playing(4) as portal:
        name_server(NAME, [["127.0.0.2", "127.0.0.1"]])
        origin = Origin.typed(f"http://{NAME}:{portal.port}")
        assert fetch(origin, tmp_path / "kept", manners=QUICK, allow_private=True).new == 4


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def encrypted(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PlayedPortal]:
    """A portal over HTTPS with a certificate for ``NAME`` only, of an authority this process trusts."""
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(NAME).configure_cert(context)
    with playing(2, context) as portal:
        yield portal


def test_the_certificate_is_checked_against_the_name_not_the_address(
    encrypted: PlayedPortal, tmp_path: Path, name_server: Callable[..., list[str]]
) -> None:
    name_server(NAME, [["127.0.0.1"]])
    origin = Origin.typed(f"{NAME}:{encrypted.port}")
    assert fetch(origin, tmp_path / "kept", manners=QUICK, allow_private=True).new == 2


def test_another_name_at_that_address_is_not_believed(
    encrypted: PlayedPortal, tmp_path: Path, name_server: Callable[..., list[str]]
) -> None:
    name_server("referater.example.dk", [["127.0.0.1"]])
    with pytest.raises(NoAnswer, match=r"cannot prove that it is referater\.example\.dk"):
        fetch(
            Origin.typed(f"referater.example.dk:{encrypted.port}"),
            tmp_path / "kept",
            manners=QUICK,
            allow_private=True,
        )


@pytest.mark.parametrize(
    ("origin", "target", "same"),
    [
        ("https://a.dk", "https://a.dk/x", True),
        ("https://a.dk", "https://A.dk.:443/x", True),
        ("http://a.dk", "https://a.dk/x", True),
        ("https://a.dk", "https://b.a.dk/", False),
        ("https://a.dk", "https://a.dk:8443/", False),
        ("https://a.dk", "https://a.dk.evil.example/", False),
        ("http://a.dk:8000", "http://a.dk:8001/", False),
    ],
)
def test_which_redirects_stay_at_the_host(origin: str, target: str, same: bool) -> None:
    assert Origin.typed(origin).allows(Origin.of(httpx.URL(target))) is same


def test_a_portal_that_thinks_itself_unencrypted_is_asked_encrypted() -> None:
    plain = Origin.of(httpx.URL("http://a.dk/x"))
    assert plain.is_downgrade_of(Origin.typed("a.dk"))
    assert not plain.is_downgrade_of(Origin.typed("http://a.dk"))
