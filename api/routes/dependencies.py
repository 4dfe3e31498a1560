"""What a route may ask for: the reading room, and the settings."""

from typing import Annotated

from fastapi import Depends, Request

from api.reading_room import ReadingRoom
from api.settings import Settings

__all__ = ["Room", "ServerSettings"]


def _room(request: Request) -> ReadingRoom:
    room: ReadingRoom = request.app.state.room
    return room


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


Room = Annotated[ReadingRoom, Depends(_room)]
ServerSettings = Annotated[Settings, Depends(_settings)]
