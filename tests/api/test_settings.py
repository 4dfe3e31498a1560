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
