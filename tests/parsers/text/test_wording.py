"""Lines to running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.block import Line
from parsers.text.wording import Lexicon, ended_early, flow, joined, learnt
from tests.parsers.printing import line


def wrapped(*texts: str, air: float = 2, spaced: bool = True) -> list[Line]:
    return [line(text, top=50 + k * (10 + air), spaced=spaced) for k, text in enumerate(texts)]


def test_wrapped_lines_are_one_text() -> None:
    assert flow(wrapped("homes for people", "who need them")) == "homes for people who need them"


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    shown = flow(wrapped("These are due:", "• one that is longer", "than its line", "• two"))
    assert shown == "These are due:\n• one that is longer than its line\n• two"


def test_items_behind_dashes_inside_a_list_stand_on_lines_of_their_own() -> None:
    lines = [
        line("• Council elected:", 50),
        line("– 14 members", 62, 61),
        line("– first meeting held on", 74, 61),
    ]
    lines += [line("3 May", 86), line("• Hall opened", 98)]
    assert flow(lines) == "• Council elected:\n– 14 members\n– first meeting held on 3 May\n• Hall opened"
    hanging = [line("• The hall was opened", 50), line("– as planned – in", 62, 61), line("May", 74, 61)]
    assert flow(hanging) == "• The hall was opened – as planned – in May"


def test_more_air_than_usual_opens_a_paragraph() -> None:
    lines = [line("one", 50), line("two", 62), line("three", 80)]
    assert flow(lines) == "one two\nthree"


def test_no_paragraph_opens_inside_brackets() -> None:
    lines = [line("The plan (now", 50), line("in force) is due", 70), line("(once) more", 90)]
    assert flow(lines) == "The plan (now in force) is due\n(once) more"


def test_no_paragraph_opens_inside_a_word_that_is_cut() -> None:
    """Of a list's items set close together each wrapped line has more air above it: `authorit- ies`, in silence."""
    lines = [line("Ask the authorit-", 50), line("ies in May", 70), line("Go on -", 82), line("slowly", 102)]
    assert flow(lines, Lexicon(frozenset(), True)) == "Ask the authorities in May Go on -\nslowly"


def test_a_line_with_room_for_the_next_word_ended_on_purpose() -> None:
    lines = wrapped("Ann Archer", "Bo Bull")
    assert flow(lines, room=300) == "Ann Archer\nBo Bull"
    assert flow(lines, room=lines[0].box.x1 + 2) == "Ann Archer Bo Bull"


def test_room_is_for_the_whole_next_word() -> None:
    first, second = wrapped("a", "telecommunications")
    assert not ended_early(first, second, first.box.x1 + 40)
    assert ended_early(first, second, first.box.x1 + 140)


@pytest.mark.parametrize(
    ("text", "more", "whole"),
    [
        ("multi-", "agency", "multi-agency"),
        ("Plan 2016-", "2018", "Plan 2016-2018"),
        ("and/", "or", "and/or"),
        ("grades A*-", "C in English", "grades A*-C in English"),
        ("meets needs-", "highest first", "meets needs- highest first"),
        ("a needs-", "led service", "a needs-led service"),
        ("soft\u00ad", "ware", "software"),
        ("hard\u2010", "ware", "hardware"),
        ("end -", "of it", "end - of it"),
        ("", "alone", "alone"),
        ("alone", "", "alone"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(text: str, more: str, whole: str) -> None:
    assert joined(text, more) == whole


def test_a_span_of_years_cut_at_its_dash_is_whole() -> None:
    assert joined("by 2026–", "27") == "by 2026–27"
    assert joined("by 2026 –", "27 homes") == "by 2026 – 27 homes"


CUT = ["an organi-", "sation", "of agree-", "ments", "by depart-", "ments", "in neigh-", "bours"]
WHOLE = ["the organisation is", "two agreements were", "all departments are", "some neighbours say"]


def test_a_document_that_hyphenates_has_its_words_made_whole() -> None:
    lexicon = learnt([wrapped(*CUT), *(wrapped(text) for text in WHOLE)])
    assert lexicon.hyphenates
    assert joined("a commis-", "sion", lexicon) == "a commission"
    assert joined("a multi-", "agency", Lexicon(frozenset({"multi-agency"}), True)) == "a multi-agency"


def test_a_hyphen_that_is_not_set_apart_as_those_of_cut_words_are_is_the_author_s() -> None:
    """The word is printed whole elsewhere, too, and the document cuts words at line ends."""
    cut = [line._replace(divided=line.text.endswith("-")) for line in wrapped(*CUT)]
    lexicon = learnt([cut, wrapped("the ongoing work"), *(wrapped(text) for text in WHOLE)])
    own = wrapped("in on-", "going work", spaced=False)
    assert flow(own, lexicon) == "in on-going work"
    assert flow(cut, lexicon).startswith("an organisation of agreements by")
    plain = learnt([wrapped(*CUT), wrapped("the ongoing work"), *(wrapped(text) for text in WHOLE)])
    assert flow(own, plain) == "in ongoing work"


def test_a_hyphen_set_apart_goes_even_from_between_two_words() -> None:
    cut = [line._replace(divided=line.text.endswith("-")) for line in wrapped(*CUT)]
    lexicon = learnt([cut, wrapped("a child in care is"), *(wrapped(text) for text in WHOLE)])
    places = [
        line._replace(divided=line.text.endswith("-")) for line in wrapped("rates of child-", "care places")
    ]
    assert flow(places, lexicon) == "rates of childcare places"


def test_the_first_word_behind_a_number_stands_inside_its_line() -> None:
    lexicon = learnt([wrapped("3. Transformation of training"), wrapped("so, and", "Mending roofs of halls")])
    assert lexicon.knows("transformation") and not lexicon.knows("mending")
    assert flow(wrapped("Transformati", "on Plan", spaced=False), lexicon) == "Transformation Plan"


def test_a_word_that_a_narrow_cell_broke_is_whole() -> None:
    """LibreOffice and Word break what is wider than its cell; its first part is no word of the document."""
    cell = wrapped("Nottinghamshi", "re Strategy (2015)", spaced=False)
    known = learnt([cell, wrapped("all of Nottinghamshire is"), wrapped("it is re-opened")])
    assert flow(cell, known) == "Nottinghamshire Strategy (2015)"
    assert flow(wrapped("2015 (", "(Nottinghams", "hire)", spaced=False), known).endswith("(Nottinghamshire)")


@pytest.mark.parametrize(
    ("text", "room", "spaced", "whole"),
    [
        ("Commissionin", 2, False, "Commissioning Strategy"),
        ("Commissionin", 40, False, "Commissionin g Strategy"),
        ("Commissionin", 2, True, "Commissionin g Strategy"),
        ("Option", 2, False, "Option g Strategy"),
    ],
    ids=["fills its line", "has room", "a blank behind", "short"],
)
def test_the_last_letter_of_a_word_wider_than_its_cell_is_its_own(
    text: str, room: float, spaced: bool, whole: str
) -> None:
    lines = wrapped(text, "g Strategy", spaced=spaced)
    assert " ".join(flow(lines, room=lines[0].box.x1 + room).split()) == whole


KNOWN = frozenset(
    {"transformation", "up", "to", "date", "work", "plan", "iccyph", "meets", "needs", "highest", "first"}
)


@pytest.mark.parametrize(
    ("text", "more", "spaced", "whole"),
    [
        ("a resilience-", "building programme", False, "a resilience-building programme"),
        ("the out-", "building was", False, "the outbuilding was"),
        ("in long-", "term placement", False, "in long-term placement"),
        ("the trans-", "formation of", False, "the transformation of"),
        ("the trans-", "formation of", True, "the transformation of"),
        ("it repres-", "ents all", False, "it represents all"),
        ("kept up-to-", "date by", False, "kept up-to-date by"),
        ("a work-", "plan for", False, "a work-plan for"),
        ("the IC-", "CYPH team", False, "the ICCYPH team"),
        ("meets needs-", "highest first", True, "meets needs- highest first"),
    ],
)
def test_words_cut_like_plurals_or_inside_compounds_in_a_document_that_hyphenates(
    text: str, more: str, spaced: bool, whole: str
) -> None:
    assert joined(text, more, Lexicon(KNOWN, True), spaced=spaced) == whole


def test_the_first_and_last_word_of_a_text_are_known_unless_a_line_cut_them() -> None:
    lexicon = learnt(
        [wrapped("Progress to", "this date"), wrapped("an under-", "stood"), wrapped("all agree-")]
    )
    assert lexicon.knows("progress") and lexicon.knows("date")
    assert not lexicon.knows("stood") and not lexicon.knows("agree")


def test_a_name_that_is_cut_in_many_rows_is_one_that_nobody_knows() -> None:
    """`Dun-more`, in each row that Ms Dunmore leads, was as many doubts whether the document cuts words."""
    lexicon = learnt([wrapped("RAG rat-", "ing of it"), *(wrapped("Ms Dun-", "more led") for _ in range(4))])
    assert lexicon.hyphenates
    assert joined("Ms Dun-", "more led", lexicon) == "Ms Dunmore led"


UNKNOWN = [
    "a green-",
    "er town",
    "Re-",
    "sources",
    "Ms Consult-",
    "ant",
    "Man-",
    "ager",
    "is in-",
    "vited to",
]
UNKNOWN += ["some land-", "lords", "an applic-", "ation is", "to Mar-", "ket it"]


COMPOUNDS = ["a well-being team", "this well-", "being plan", "a self-help team", "one self-", "help go"]


@pytest.mark.parametrize(("more", "cuts"), [([], True), (COMPOUNDS, False)], ids=["no compound", "compounds"])
def test_among_many_words_that_nobody_knows_a_few_that_are_cut_tell_where_no_compound_stands(
    more: list[str], cuts: bool
) -> None:
    """`A green-er place` was a priority, in silence: two fifths of the words were to be known as cut ones."""
    four = [*CUT[:6], "an applica-", "tion of"]
    lexicon = learnt([wrapped(*four), *(wrapped(text) for text in WHOLE), wrapped(*UNKNOWN, *more)])
    assert (lexicon.hyphenates, joined("a green-", "er town", lexicon)) == (
        cuts,
        "a greener town" if cuts else "a green-er town",
    )


def test_a_document_that_does_not_hyphenate_keeps_its_compounds() -> None:
    lexicon = learnt([wrapped("a multi-", "agency team"), *(wrapped(text) for text in WHOLE)])
    assert not lexicon.hyphenates
    assert joined("a multi-", "agency", lexicon) == "a multi-agency"


@pytest.mark.parametrize(
    ("elsewhere", "joins"),
    [
        ("all staff were confirmed today", "confirmed"),
        ("all staff were asked today", "con-firmed"),
        ("the con was confirmed today", "con-firmed"),
    ],
    ids=["written whole elsewhere", "never whole", "its first part is a word"],
)
def test_one_word_cut_at_a_soft_hyphen_is_whole_where_the_document_writes_it_so(
    elsewhere: str, joins: str
) -> None:
    assert joined("they con-", "firmed", learnt([wrapped(elsewhere)])) == f"they {joins}"


@pytest.mark.parametrize(
    ("elsewhere", "joins"),
    [
        ("It was not done in Nottinghamshire today", "(Nottinghamshire)"),
        ("It was not done at tinghamshire in Nottinghamshire today", "(Not-tinghamshire)"),
    ],
)
def test_a_name_cut_behind_a_word_is_whole_where_the_document_writes_it_so(
    elsewhere: str, joins: str
) -> None:
    assert joined("better (Not-", "tinghamshire)", learnt([wrapped(elsewhere)])) == f"better {joins}"


def test_a_word_cut_by_force_is_joined_where_the_document_knows_it() -> None:
    lexicon = learnt([wrapped("an implementation plan")])
    assert joined("Implementati", "on", Lexicon(frozenset({"implementation"}))) == "Implementation"
    assert (
        joined("Implementati", "on", Lexicon(frozenset({"implementation"})), spaced=True) == "Implementati on"
    )
    assert joined("Delivery", "on time", lexicon) == "Delivery on time"
    both = Lexicon(frozenset({"self-assessment", "self-assessments"}))
    assert joined("Self-assessment", "s for all", both) == "Self-assessments for all"


def test_a_word_in_brackets_is_whole_wherever_its_line_ends() -> None:
    lexicon = learnt([wrapped("young people (ICCYPH)"), wrapped("(ICDS)")])
    assert lexicon.knows("ICCYPH") and lexicon.knows("ICDS")


texts = st.text("abc- •/", min_size=1, max_size=15).map(str.strip).filter(bool)


@given(st.lists(texts, min_size=1, max_size=8), st.booleans())
def test_flow_loses_nothing_but_hyphens_and_blanks(parts: list[str], spaced: bool) -> None:
    shown = flow(wrapped(*parts, spaced=spaced))
    ink = [c for c in "".join(parts) if c not in "- "]
    assert [c for c in shown if c not in "- \n"] == ink
    assert shown.count("-") <= "".join(parts).count("-")


def test_a_month_cut_once_is_whole_and_tells_that_words_are_cut() -> None:
    lines = [
        line("The Council voted on 9 Septem-"),
        line("ber not to go on with the pur-", 62),
        line("chase.", 74),
    ]
    lexicon = learnt([lines])
    assert flow(lines, lexicon) == "The Council voted on 9 September not to go on with the purchase."


def test_words_that_stand_whole_nowhere_are_cut_where_no_compound_begins_or_ends_so() -> None:
    """`vil-` opens no compound, `-ing` ends none; they tell what `re-sponsible` is, which could be one."""
    cut = [("in towns and vil-", "lages"), ("new fund-", "ing"), ("Officer re-", "sponsible")]
    texts = [[line(one, spaced=False), line(more, 62)] for one, more in cut]
    lexicon = learnt(texts)
    shown = [flow(text, lexicon) for text in texts]
    assert shown == ["in towns and villages", "new funding", "Officer responsible"]


def test_short_words_before_a_hyphen_are_compounds() -> None:
    cut = [("a co-", "ordinated plan"), ("the NHS-", "funded post"), ("homes in Aber-", "nant")]
    texts = [[line(one, spaced=False), line(more, 62)] for one, more in cut]
    lexicon = learnt(texts)
    assert not lexicon.hyphenates
    assert [flow(text, lexicon) for text in texts] == [f"{one}{more}" for one, more in cut]


def test_a_month_cut_among_compounds_is_whole_and_tells_nothing_of_them() -> None:
    cut = [("Led by Septem-", "ber"), ("The well-", "being board"), ("A self-", "help group")]
    texts = [[line(one, spaced=False), line(more, 62)] for one, more in cut]
    lexicon = learnt(texts)
    assert [flow(text, lexicon) for text in texts] == [
        "Led by September",
        "The well-being board",
        "A self-help group",
    ]


@pytest.mark.parametrize(
    ("first", "rest", "text"),
    [
        ("High", "er", "Higher"),
        ("SEND improveme", "nt measures", "SEND improvement measures"),
        ("Lowe", "r", "Lower"),
        ("Priya Fenwick/Moha", "mmed Singh", "Priya Fenwick/Mohammed Singh"),
        ("Complete", "d in May", "Completed in May"),
        ("Option", "b is open", "Option b is open"),
        ("Work", "that goes on", "Work that goes on"),
        ("Plant", "shrubs", "Plant shrubs"),
        ("Works", "to be let", "Works to be let"),
        ("Head of Cateri", "ng", "Head of Catering"),
        ("31 Octo", "ber 2026", "31 October 2026"),
        ("Direct", "or by phone", "Direct or by phone"),
        ("The", "iPad offer", "The iPad offer"),
        ("Adran", "bwrdd y cyngor", "Adran bwrdd y cyngor"),
        ("Read", "pdf files", "Read pdf files"),
    ],
)
def test_a_word_that_a_narrow_cell_broke_is_joined_where_nobody_begins_one_so(
    first: str, rest: str, text: str
) -> None:
    """The document writes it nowhere else."""
    assert flow(wrapped(first, rest, spaced=False)) == text


@pytest.mark.parametrize(
    ("first", "rest", "text"),
    [
        ("14/02/202", "7", "14/02/2027"),
        ("14/02/20", "27", "14/02/2027"),
        ("14.02.", "2027", "14.02.2027"),
        ("14/0", "2/2027", "14/02/2027"),
        ("2027-02-1", "4", "2027-02-14"),
        ("14 February 202", "7", "14 February 2027"),
        ("14 February 20", "27", "14 February 2027"),
        ("by 14/02/2027", "12 sites", "by 14/02/2027 12 sites"),
        ("by 14/02/26", "27 sites", "by 14/02/26 27 sites"),
        ("in 2027", "14 sites", "in 2027 14 sites"),
        ("version 1.2", "7 sites", "version 1.2 7 sites"),
        ("of 5/10", "20 sites", "of 5/10 20 sites"),
    ],
)
def test_a_date_that_a_narrow_cell_broke_inside_a_number_is_whole(first: str, rest: str, text: str) -> None:
    assert flow(wrapped(first, rest, spaced=False)) == text


def test_a_blank_printed_at_a_line_s_end_ends_its_word() -> None:
    assert flow(wrapped("see appendix", "d below", spaced=True)) == "see appendix d below"


def test_what_a_document_writes_as_a_word_is_no_word_s_end() -> None:
    lexicon = learnt([wrapped("gweithio er mwyn pawb")])
    assert flow(wrapped("Gwaith", "er mwyn pawb", spaced=False), lexicon) == "Gwaith er mwyn pawb"


def test_a_month_that_a_narrow_cell_broke_is_whole_though_its_beginning_opens_the_cell() -> None:
    lines = wrapped("Septem", "ber 2027", spaced=False)
    assert flow(lines, learnt([lines])) == "September 2027"


@pytest.mark.parametrize(("others", "hyphenates"), [(0, True), (60, False)])
def test_a_document_of_whose_lines_hardly_any_ends_with_a_hyphen_does_not_hyphenate(
    others: int, hyphenates: bool
) -> None:
    """`vil-` / `lages` told of the whole document, and `start-` / `up` on its next page was one word."""
    long = [
        wrapped("all of this was done", "in the year and the board", "has seen it") for _ in range(others)
    ]
    lexicon = learnt([wrapped("in the vil-", "lages"), *long])
    assert lexicon.hyphenates is hyphenates


@pytest.mark.parametrize(
    ("head", "tail"), [("Communicatio", "ns Manager"), ("Mana", "ger"), ("Coordina", "tor")]
)
def test_the_end_of_a_word_that_is_none_is_joined_to_it(head: str, tail: str) -> None:
    """A narrow cell breaks a word without a hyphen."""
    assert joined(head, tail) == head + tail
