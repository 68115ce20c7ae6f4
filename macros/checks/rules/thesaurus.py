"""Rings of words for one thing: each word in one ring, none that leads nowhere or drowns what was asked for."""

from collections.abc import Iterator
from itertools import chain

from macros.archive.data_files import Content, DataFile
from macros.archive.nodes import Node
from macros.archive.thesaurus import LONGEST, names
from macros.checks.rule import Found, error, found_in, warning
from macros.records import TERM
from macros.text.folding import read, terms
from macros.text.language import Language

_FILE = "data/thesaurus.yml"
# Words that say nothing of what is looked for.
_EMPTY = {
    Language.VI: "ai bị bởi cả các cái cho chưa chúng có con của cũng cứ đã đang đây đến đi đó do được em gì hay hết "
    "hỏi kia khi không là lại làm lên mà mới một nào này nếu nên nhiều như những nó ở qua ra rằng rất rồi sao sau sẽ "
    "tại thật thì theo thôi tôi trên trong trước từ từng và vẫn vào về vì việc với vừa xin",
    Language.EN: "a about all an and any are as at be been by can could did do does for from had has have he her him "
    "how i if in into is it its many me more most much my no not of on or our she should so some than that the their "
    "them then there these they this those to was we were what when where which who whom whose why will with would "
    "you your",
}
_SAY_NOTHING = {language: {each.form for each in read(words, language).tokens} for language, words in _EMPTY.items()}


@error(
    "Hãy giữ một chỗ; hai nhóm nói cùng một việc thì gộp làm một.",
    "Keep one of them; rings for one thing become one ring.",
)
def word_in_two_rings(content: Content) -> Iterator[Found]:
    """A word or a term is in one ring, once: whatever its accents, its i or y and, in English, its ending."""
    seen: dict[tuple[str, str], Node] = {}
    for ring in _rings(content):
        ids = ((id, ("terms", id.text)) for id in ring["terms"])
        words = ((word, ("", _known_by(word))) for word in _words(ring))
        for entry, known_by in chain(ids, words):
            first = seen.setdefault(known_by, entry)
            if first is not entry:
                yield found_in(
                    entry,
                    f"“{entry.text}” đã có ở dòng {first.place.line} (“{first.text}”).",
                    f"“{entry.text}” is on line {first.place.line} already (“{first.text}”).",
                )


@error(
    "Hãy bỏ từ này và ghi mã ấy vào `terms:` của nhóm.",
    "Remove the word and name the id in `terms:` of the ring.",
    across=True,
)
def word_of_a_term(content: Content) -> Iterator[Found]:
    """A word that the glossary has is not written again: its term is named."""
    terms_by_name = {name: id for id, named in _names_of_terms(content).items() for name in named}
    for entry in (word for ring in _rings(content) for word in _words(ring)):
        id = terms_by_name.get(_known_by(entry))
        if id:
            yield found_in(
                entry,
                f"“{entry.text}” là tên hoặc cách viết khác của thuật ngữ “{id}”.",
                f"“{entry.text}” is a name or another form of the term “{id}”.",
            )


@error(
    "Hãy thêm từ cùng nghĩa, hoặc `broader:`, hoặc bỏ nhóm này.",
    "Add a word of the same meaning, or `broader:`, or remove the ring.",
)
def ring_of_one(content: Content) -> Iterator[Found]:
    """A ring has two words or more, or leads to a broader one; a term brings its own."""
    for ring in _rings(content):
        if sum(1 for _ in (*ring["terms"], *_words(ring))) + _leads_on(ring) < 2:
            yield Found(ring.place, "Nhóm này chỉ có một từ.", "This ring has only one word.")


@error("Hãy bỏ từ này.", "Remove the word.")
def word_says_nothing(content: Content) -> Iterator[Found]:
    """A word says what is looked for: more than single letters, digits and words such as *các*, *của*, *the*."""
    for entry, language in _all_words(content):
        tokens = read(entry.text, language).tokens
        if all(len(token.form) < 2 or token.form in _SAY_NOTHING[language] for token in tokens):
            yield found_in(
                entry,
                f"“{entry.text}” không nói lên điều cần tìm.",
                f"“{entry.text}” does not say what is looked for.",
            )


@error("Hãy rút ngắn, hoặc bỏ từ này.", "Shorten it, or remove it.")
def long_word(content: Content) -> Iterator[Found]:
    """A word is one that readers type: not more than a few syllables."""
    for entry, language in _all_words(content):
        count = len(read(entry.text, language).tokens)
        if count > LONGEST:
            yield found_in(
                entry,
                f"“{entry.text}” có {count} tiếng, cần nhiều nhất {LONGEST}.",
                f"“{entry.text}” has {count} syllables or words; expected at most {LONGEST}.",
            )


@error(
    "Nếu cùng nghĩa thì gộp làm một nhóm; nếu không thì bỏ một chiều.",
    "If they mean the same, make them one ring; else remove one way.",
    across=True,
)
def broader_in_a_circle(content: Content) -> Iterator[Found]:
    """What is broader than a ring does not lead back to it."""
    rings = _rings(content)
    named = _names_of_terms(content)

    def keys(words: Node) -> set[str]:
        return {_known_by(entry) for entry in _words(words)}.union(*(named.get(id.text, ()) for id in words["terms"]))

    ring_of = {key: n for n, ring in enumerate(rings) for key in keys(ring)}
    wider = [{ring_of[key] for key in keys(ring["broader"]) if key in ring_of} for ring in rings]
    for n, ring in enumerate(rings):
        reached: set[int] = set()
        ahead = set(wider[n])
        while ahead:
            reached |= ahead
            ahead = set().union(*(wider[each] for each in ahead)) - reached
        if n in reached:
            yield Found(
                ring["broader"].place,
                "Từ rộng hơn dẫn ngược về chính nhóm này.",
                "The broader words lead back to this ring.",
            )


@warning(
    "Hãy thêm từ mà kho tư liệu dùng, hoặc bỏ nhóm này.",
    "Add the word that the archive uses, or remove the ring.",
    across=True,
)
def ring_out_of_reach(content: Content) -> Iterator[Found]:
    """In each language, a text has one of the words, or of the broader ones; a term is a text itself."""
    if not content.complete:
        return  # a file that cannot be read may have the word
    said = [file.cached(_said) for file in content.files.values() if file.name != _FILE and not file.in_log]
    for ring in _rings(content):
        words = ring["broader"] if _leads_on(ring) else ring
        for language in Language if not words["terms"].value else ():
            first = next(iter(words[language]), None)
            known = (f" {terms(entry.text, language)} " for entry in _words(words))
            if first and not any(word in texts[language] for word in known for texts in said):
                yield found_in(
                    first,
                    "Không văn bản tiếng {} nào trong kho có một từ của nhóm này.".format(
                        "Việt" if language is Language.VI else "Anh"
                    ),
                    "No {} text of the archive has a word of this ring.".format(
                        "Vietnamese" if language is Language.VI else "English"
                    ),
                )


def _rings(content: Content) -> list[Node]:
    return list(content.file(_FILE)["rings"])


def _words(words: Node) -> Iterator[Node]:
    """The words of a ring, or of what is broader than it, in both languages."""
    return chain.from_iterable(words[language] for language in Language)


def _all_words(content: Content) -> Iterator[tuple[Node, Language]]:
    """Every word of every ring, broader ones too, with its language."""
    for ring in _rings(content):
        for words in (ring, ring["broader"]):
            yield from ((entry, language) for language in Language for entry in words[language])


def _leads_on(ring: Node) -> int:
    return any(True for each in ring["broader"] for _ in each)


def _known_by(entry: Node) -> str:
    """What tells a word from others: its terms."""
    return terms(entry.text, Language(str(entry.path[-2])))


def _names_of_terms(content: Content) -> dict[str, set[str]]:
    """How the names of each term of the glossary are known."""
    return {
        id: {
            *(terms(name, Language.VI) for name in names([term["term"]["vi"].text, *(f.text for f in term["forms"])])),
            *(terms(name, Language.EN) for name in names([term["term"]["en"].text])),
        }
        for id, term in content.records(TERM)
    }


def _said(file: DataFile) -> dict[Language, str]:
    """All texts of a file in each language, as search reads them; what has no language is in both."""
    texts = [entry for entry in file.alone.texts if entry.key != "id" and not entry.refers_to]
    other = {Language.VI: Language.EN, Language.EN: Language.VI}
    return {
        language: "\n".join(f" {terms(entry.text, language)} " for entry in texts if entry.key != other[language])
        for language in Language
    }
