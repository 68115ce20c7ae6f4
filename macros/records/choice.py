"""Fields that hold one of a few words, such as `level: regional`; `macros/words.yml` says what each word means."""

from enum import StrEnum
from typing import Any, ClassVar

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from macros.data.codes import Code, Codes
from macros.text.language import all_words


class Choice(StrEnum):
    """Base of the words that a field may hold.

    `class Form(Choice, words="form_")` has its meanings in `words.yml`, that of `briefing` under `form_briefing`.
    """

    words: ClassVar[str]

    def __init_subclass__(cls, words: str = "", **others: Any) -> None:
        super().__init_subclass__(**others)
        cls.words = words

    @classmethod
    def codes(cls) -> Codes:
        """The words with their meanings; other names for them are the `also` of `words.yml`, between commas."""
        meanings = {each: all_words()[f"{cls.words}{each}"] for each in cls}
        return Codes(
            Code(each.value, said["vi"], said["en"], tuple(said["also"].split(", ")) if "also" in said else ())
            for each, said in meanings.items()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = handler(core)
        whole = handler.resolve_ref_schema(schema)
        whole.update(described(cls.codes()))
        del whole["title"]  # the name of the class
        return schema


def described(codes: Codes) -> dict[str, Any]:
    """The codes as JSON Schema has them, with what editors show next to each: its meaning in both languages.

    VS Code and the YAML language server read `markdownEnumDescriptions`; where Markdown cannot be shown, the other.
    """
    meanings = [code.meaning for code in codes]
    return {
        "enum": [code.id for code in codes],
        "enumDescriptions": meanings,
        "markdownEnumDescriptions": meanings,
        "x-names": [[code.vi, code.en] for code in codes],
    }
