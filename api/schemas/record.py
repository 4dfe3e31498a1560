"""What every object of the wire is: read straight off a record of the rooms below, and unchanging."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Record"]


class Record(BaseModel):
    """Read off the attributes of a dataclass; a field exists once."""

    model_config = ConfigDict(from_attributes=True, frozen=True)
