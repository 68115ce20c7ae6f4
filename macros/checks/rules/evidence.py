"""What a statement or a figure says, compared with the words of its source that are kept next to it."""

import re
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, found_in, warning
from macros.data.spelling import slug

# Words that say how far something holds, and numbers of documents, of quantities and of dates.
_LIMITS = ("một số", "cơ bản", "bước đầu", "tham mưu", "dự thảo", "không", "chưa")
_NUMBER = re.compile(r"\d[\d.,/]*(?:-?[^\W\d_]+/[^\W\d_]+)?")
_SAID = ("text", "unit", "what", "note", "attributed_to")


@warning(
    "Hãy xem lại: ý ghi nhận phải giữ mức độ, con số, số văn bản của nguồn.",
    "Look again: a statement keeps the limits, numbers and documents of its source.",
)
def wording_not_kept(content: Content) -> Iterator[Found]:
    """A limit, a number or a document in the words of the source is in the statement as well."""
    for around in (each for file in content.files.values() if file.readable for each in file.mappings):
        evidence = around.value.get("evidence")
        if isinstance(evidence, dict) and isinstance(evidence.get("wording"), list):
            said = _said(around)
            for entry in around["evidence"]["wording"].within():
                for lost in _lost(entry.text or "", said):
                    yield found_in(
                        entry,
                        f"Nguyên văn có “{lost}”, ý ghi nhận không có.",
                        f"The words of the source have “{lost}”, the statement does not.",
                    )


def _said(around: Node) -> str:
    values = (around.value.get(name) for name in _SAID)
    texts = [str(each.get("vi", "")) for each in values if isinstance(each, dict)]
    numbers = [str(around.value.get(name, "")) for name in ("value", "value_to", "as_of")]
    documents = [str(each) for each in around.value.get("documents") or []]
    return " ".join([*texts, *numbers, *documents]).lower()


def _lost(wording: str, said: str) -> Iterator[str]:
    words = f" {slug(said)} ".replace("-", " ")
    for limit in _LIMITS:
        if re.search(rf"\b{limit}\b", wording.lower()) and not re.search(rf"\b{limit}\b", said):
            yield limit
    for number in _NUMBER.findall(wording):
        plain = number.strip(".,/")
        if slug(plain).replace("-", " ") not in words and plain.replace(".", "") not in said:
            yield plain
