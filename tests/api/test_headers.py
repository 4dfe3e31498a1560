"""What every response tells the browser."""

import pytest
from in_process import ask_app, get

FOR_ALL = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def policy(header: str) -> dict[str, str]:
    return dict(rule.strip().partition(" ")[::2] for rule in header.split(";"))


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/readyz", "/openapi.json", "/nowhere", "/static/besluttet.css"]
)
def test_every_response_has_them(path: str) -> None:
    headers = get(path).headers
    assert headers.items() >= FOR_ALL.items()
    assert "camera=()" in headers["permissions-policy"]
    rules = policy(headers["content-security-policy"])
    assert rules["default-src"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    assert "strict-transport-security" not in headers


def test_a_page_loads_from_this_server_only_and_runs_nothing_of_its_own() -> None:
    rules = policy(get("/tilgaengelighed").headers["content-security-policy"])
    for kind in ("script-src", "style-src", "font-src", "connect-src", "form-action"):
        assert rules[kind] == "'self'"
    assert rules["base-uri"] == "'none'"
    assert "unsafe" not in str(rules)


def test_answers_are_kept_by_nobody_on_the_way_and_files_of_the_pages_are() -> None:
    assert get("/").headers["cache-control"] == "private, no-cache"
    assert get("/healthz").headers["cache-control"] == "private, no-cache"
    assert get("/static/besluttet.css?v=1").headers["cache-control"] == "public, max-age=31536000, immutable"


def test_browsers_are_told_to_stay_with_https_only_over_https_and_when_it_is_set() -> None:
    def told(scheme: str, **settings: object) -> str | None:
        headers = {"x-forwarded-proto": scheme}
        response = get("/healthz", headers, client="10.0.0.1", trusted_proxies="10.0.0.1", **settings)
        return response.headers.get("strict-transport-security")

    assert told("https", hsts_seconds=3600) == "max-age=3600"
    assert told("http", hsts_seconds=3600) is None
    assert told("https") is None


def test_other_sites_may_read_answers_only_where_they_are_named() -> None:
    def allowed(origin: str, **settings: object) -> str | None:
        return get("/healthz", {"origin": origin}, **settings).headers.get("access-control-allow-origin")

    assert allowed("https://www.example.dk") is None
    assert (
        allowed("https://www.example.dk", cors_origins="https://www.example.dk") == "https://www.example.dk"
    )
    assert allowed("https://elsewhere.example", cors_origins="https://www.example.dk") is None


def test_a_named_site_may_ask_in_json() -> None:
    asked = {"origin": "https://www.example.dk", "access-control-request-method": "POST"}
    headers = asked | {"access-control-request-headers": "content-type"}
    for named, status in (("https://www.example.dk", 200), ("https://other.example", 400)):
        response = ask_app([("OPTIONS", "/v1/ask", {"headers": headers})], cors_origins=named)[0]
        assert response.status_code == status
