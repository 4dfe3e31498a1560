from pathlib import Path

import pytest

from api.errors import BadSetting
from api.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"BESLUTTET_{name.upper()}", raising=False)


def test_defaults_listen_on_this_machine_only() -> None:
    settings = load_settings()
    assert settings.host == "127.0.0.1"
    assert settings.data == Path("besluttet-data")
    assert settings.model is None


def test_environment_is_read_and_an_option_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTTET_DATA", "/srv/minutes")
    monkeypatch.setenv("BESLUTTET_PORT", "9000")
    assert load_settings().data == Path("/srv/minutes")
    assert load_settings(port=9001, data=None) == load_settings(port=9001)
    assert load_settings(port=9001).port == 9001


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTTET_PORT", "")
    assert load_settings().port == 8000


def test_a_bad_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTTET_PORT", "eighty")
    with pytest.raises(BadSetting, match=r"^BESLUTTET_PORT: .*'eighty'"):
        load_settings()


def test_a_bad_option_is_named() -> None:
    with pytest.raises(BadSetting, match=r"^--port: .*70000"):
        load_settings(port=70_000)


def test_lists_have_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTTET_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1")
    monkeypatch.setenv("BESLUTTET_REINDEX_FOLDERS", "/srv/a,/srv/b b")
    assert load_settings().trusted_proxies == ("127.0.0.1", "10.0.0.0/8", "::1")
    assert load_settings().reindex_folders == (Path("/srv/a"), Path("/srv/b b"))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TRUSTED_PROXIES", "*", "'\\*' does not appear to be"),
        ("TRUSTED_PROXIES", "10.0.0.1/8", "host bits set"),
        ("CORS_ORIGINS", "*", "\\* is no origin"),
        ("CORS_ORIGINS", "https://a.example/path", "is no origin"),
        ("CORS_ORIGINS", "a.example", "is no origin"),
    ],
)
def test_a_list_that_would_let_anybody_in_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(f"BESLUTTET_{name}", value)
    with pytest.raises(BadSetting, match=rf"^BESLUTTET_{name}: .*{told}"):
        load_settings()


@pytest.mark.parametrize("token", ["kort-hemmelighed", "hemmelighed " * 4, "hemmelighedæ" * 4])
def test_a_token_that_cannot_serve_is_refused_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("BESLUTTET_ADMIN_TOKEN", token)
    with pytest.raises(BadSetting, match=r"^BESLUTTET_ADMIN_TOKEN: a token has") as refused:
        load_settings()
    assert "hemmelighed" not in str(refused.value)


def test_a_token_is_not_shown_where_settings_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTTET_ADMIN_TOKEN", "0123456789abcdef" * 2)
    assert "0123456789abcdef" not in repr(load_settings()) + str(load_settings().model_dump())
