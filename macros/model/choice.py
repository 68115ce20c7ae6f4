"""Fields that hold one of a few words, such as `level: regional`; who writes what the site calls it is told which."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationError, ValidationInfo, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.text.language import Language, words
from macros.yaml_files.spelling import slug


class Choice(StrEnum):
    """Base of the words that a field may hold."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_wrap_validator_function(cls._read, handler(source))

    @classmethod
    def _read(cls, value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        try:
            return read(value)
        except ValidationError as error:
            expected = error.errors()[0]["ctx"]["expected"]
            meant = cls._called(str(value), info.field_name or "")
            raise PydanticCustomError("enum", "another word", {"expected": expected, "meant": meant}) from error

    @classmethod
    def _called(cls, name: str, field: str) -> str:
        """The word that the site calls by this name, or by one that ends so: “giao ban” for “Hội nghị giao ban”."""
        ending = f"-{slug(name)}"
        names = [words(f"{field}_", language) for language in Language]
        found = [each for each in cls for named in names if f"-{slug(named.get(each, ''))}".endswith(ending)]
        return found[0] if len(set(found)) == 1 and ending != "-" else ""
