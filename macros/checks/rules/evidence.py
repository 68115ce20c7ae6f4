"""What a statement or a figure says, compared with the words of its source that are kept next to it."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.checks.rule import Found, found_at, found_in, warning
from macros.data.spelling import slug

# Words that say how far something holds, and numbers of documents, of quantities and of dates.
_LIMITS = ("một số", "cơ bản", "bước đầu", "tham mưu", "dự thảo", "không", "chưa")
_NUMBER = re.compile(r"\d[\d.,/]*(?:-?[^\W\d_]+/[^\W\d_]+)?")
_SAID = ("text", "unit", "what", "note", "attributed_to")
_END_OF_SENTENCE = re.compile(r"[.!?…](?=[”’)]*(\s|$))")
_FEWEST_SHARED = 2  # words; one that ends an expression and begins the other is chance


@warning(
    "Hãy xem lại: ý ghi nhận phải giữ mức độ, con số, số văn bản của nguồn.",
    "Look again: a statement keeps the limits, numbers and documents of its source.",
)
def wording_not_kept(content: Content) -> Iterator[Found]:
    """A limit, a number or a document in the words of the source is in the statement as well."""
    for around, wording in _evidence(content):
        said = _said(around)
        for entry in wording:
            for lost in _lost(entry.text or "", said):
                yield found_in(
                    entry,
                    f"Nguyên văn có “{lost}”, ý ghi nhận không có.",
                    f"The words of the source have “{lost}”, the statement does not.",
                )


@warning(
    "Hãy chọn hai cụm từ rời nhau trong nguồn, hoặc chỉ giữ một cụm.",
    "Choose two expressions that are apart in the source, or keep only one.",
)
def wording_runs_on(content: Content) -> Iterator[Found]:
    """Two expressions are not pieces of one run of words: neither holds the other nor begins as the other ends.

    Whether they touch in the source can be told only with the source at hand.
    """
    for _, wording in _evidence(content):
        for first, second in combinations(wording, 2):
            if shared := _shared(first.text or "", second.text or ""):
                yield found_in(
                    second,
                    f"Hai cụm từ nguyên văn cùng có “{shared}”.",
                    f"Both expressions of the source have “{shared}”.",
                )


@warning(
    "Hãy giữ cụm từ ở một phía của dấu đó, không có dấu.",
    "Keep the words on one side of that mark, without the mark.",
)
def wording_ends_a_sentence(content: Content) -> Iterator[Found]:
    """An expression is part of a sentence, neither its end nor the end of one and the beginning of the next."""
    for _, wording in _evidence(content):
        for entry in wording:
            if mark := _END_OF_SENTENCE.search(entry.text or ""):
                yield found_at(
                    entry,
                    mark,
                    f"Cụm từ nguyên văn có dấu hết câu “{mark[0]}”.",
                    f"An expression of the source has the end of a sentence, “{mark[0]}”.",
                )


def _evidence(content: Content) -> Iterator[tuple[Node, list[Node]]]:
    """Each statement and figure with words of its source, and these."""
    for around in (each for file in content.files.values() if file.readable for each in file.mappings):
        evidence = around.value.get("evidence")
        if isinstance(evidence, dict) and isinstance(evidence.get("wording"), list):
            yield around, list(around["evidence"]["wording"].within())


def _shared(first: str, second: str) -> str:
    """The words that end one expression and begin the other, or those of one that the other holds."""
    words = [re.findall(r"\w+", each.lower()) for each in (first, second)]
    for one, other in permutations(words):
        for count in range(len(other), _FEWEST_SHARED - 1, -1):
            if one[-count:] == other[:count]:
                return " ".join(other[:count])
        if f" {' '.join(other)} " in f" {' '.join(one)} ":
            return " ".join(other)
    return ""


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
