"""
The forms that an English word takes, so that a phrase written once matches "share", "shares", "shared" and "sharing".

Over-generation is harmless (a form that does not exist never occurs in a text); a missing form is a missed match.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = """
be is are was were been being am
arise arises arose arisen arising
become becomes became becoming
begin begins began begun beginning
break breaks broke broken breaking
have has had having
do does did done doing
go goes went gone going
get gets got gotten getting
give gives gave given giving
take takes took taken taking
make makes made making
bring brings brought bringing
build builds built building
buy buys bought buying
catch catches caught catching
choose chooses chose chosen choosing
come comes came coming
deal deals dealt dealing
draw draws drew drawn drawing
drive drives drove driven driving
eat eats ate eaten eating
fall falls fell fallen falling
feed feeds fed feeding
feel feels felt feeling
fight fights fought fighting
find finds found finding
forget forgets forgot forgotten forgetting
fund funds funded funding
grow grows grew grown growing
hear hears heard hearing
hold holds held holding
keep keeps kept keeping
know knows knew known knowing
lead leads led leading
learn learns learned learnt learning
leave leaves left leaving
lend lends lent lending
lose loses lost losing
mean means meant meaning
meet meets met meeting
overcome overcomes overcame overcoming
oversee oversees oversaw overseen overseeing
overspend overspends overspent overspending
pay pays paid paying
rebuild rebuilds rebuilt rebuilding
rise rises rose risen rising
run runs ran running
say says said saying
see sees saw seen seeing
seek seeks sought seeking
sell sells sold selling
send sends sent sending
set sets setting
shrink shrinks shrank shrunk shrinking
show shows showed shown showing
sit sits sat sitting
sleep sleeps slept sleeping
speak speaks spoke spoken speaking
spend spends spent spending
spread spreads spreading
stand stands stood standing
stick sticks stuck sticking
strive strives strove striven striving
struggle struggles struggled struggling
teach teaches taught teaching
tell tells told telling
think thinks thought thinking
undergo undergoes underwent undergone undergoing
understand understands understood understanding
undertake undertakes undertook undertaken undertaking
uphold upholds upheld upholding
wear wears wore worn wearing
win wins won winning
withdraw withdraws withdrew withdrawn withdrawing
withhold withholds withheld withholding
write writes wrote written writing
child children
analysis analyses
basis bases
crisis crises
criterion criteria
diagnosis diagnoses
person people persons
man men
woman women
bad worse worst
good better best
"""

_FORMS_OF: dict[str, tuple[str, ...]] = {}
for _line in _IRREGULAR.strip().splitlines():
    _words = tuple(_line.split())
    _FORMS_OF[_words[0]] = _words
_FORMS_OF["good"] = ("good",)
_FORMS_OF["bad"] = ("bad",)
_FORMS_OF["people"] = ("people", "person", "persons")

# Words that have one form, or whose forms mean something else in a phrase.
_INVARIABLE = frozenset(
    """a an the and or but nor of to in on at by for from with without within across between among into onto over under
    up down out off through during before after since until per as than then so if that this these those there here it
    its they them their theirs he she his her we us our ours you your i me my who whom whose which what when where why
    how not no never none neither either both all any each every some many much more most few fewer less least only also
    too very quite rather still yet just even ever again already always often sometimes rarely seldom hardly can could
    may might must shall should will would ought is are was were been being am has had does did said told well own same
    other
    another such one two three four five six seven eight nine ten first second third last next new old nhs""".split()
)
_ONE_FORM_ENDINGS = ("ly", "less", "ous", "ive", "ible", "able", "ful", "ic", "ical", "ward", "wards")
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ance", "ence", "ship", "ism", "ing", "or", "ist", "ian")
_VOWELS = frozenset("aeiou")
# Verbs and nouns whose ending looks like another class's.
_LIKE_ANY_VERB = frozenset(
    """commission decommission recommission monitor influence evidence experience implement document enable receive
    apply supply reply rely comply ally family assembly question mention condition position function sponsor author
    tailor mentor favour labour advance balance finance distance reference sequence audience table disable cable stable
    label complement compliment supplement augment comment experiment fragment segment partner support deliver give live
    drive arrive survive achieve believe relieve perceive retrieve serve solve improve involve remove prove move approve
    mandate provision transition ration station caution auction pension tension mission vision reward award forward
    steward
    address harness witness business process access progress
    enhance commence assist consist exist insist list persist resist shortlist thrive derive deprive revive imply
    multiply anchor factor mirror exceed proceed succeed speed embed shed""".split()
)
_PLURAL_TOO = ("ive", "ic", "ward", "wards", "able", "ible", "ful", "ical")


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """Return `word` (lower case) and its other forms, the word itself first."""
    if word in _FORMS_OF:
        return tuple(dict.fromkeys((word, *_FORMS_OF[word])))
    if len(word) < 3 or not word.isalpha() or not word.isascii() or word in _INVARIABLE:
        return (word,)
    found = _regular(word)
    return tuple(dict.fromkeys((word, *found, *[_with_z(form) for form in found if "is" in form])))


def _regular(word: str) -> tuple[str, ...]:
    if word in _LIKE_ANY_VERB:
        return _verb_and_noun(word)
    if word.endswith(_PLURAL_TOO):
        return (word, word + "s")
    if word.endswith(_ONE_FORM_ENDINGS) or word.endswith("ed"):
        return (word,)
    if word.endswith(_NOUN_ENDINGS):
        return (word, word + "s")
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return (word, *_singular(word))
    return _verb_and_noun(word)


def _singular(word: str) -> tuple[str, ...]:
    if word.endswith("ies") and len(word) > 4:
        return (word[:-3] + "y",)
    if word.endswith(("ches", "shes", "sses", "xes")):
        return (word[:-2],)
    return (word[:-1],)


def _verb_and_noun(word: str) -> tuple[str, ...]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        stem = word[:-1]
        return (word, stem + "ies", stem + "ied", word + "ing")
    if word.endswith("e"):
        stem = word if word.endswith(("ee", "oe", "ye")) else word[:-1]
        return (word, word + "s", word + "d", stem + "ing")
    plural = word + "es" if word.endswith(("s", "x", "z", "ch", "sh")) else word + "s"
    found: tuple[str, ...] = (word, plural, word + "ed", word + "ing")
    if word[-1] not in _VOWELS and word[-1] not in "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        found += (word + word[-1] + "ed", word + word[-1] + "ing")
    return found


def _with_z(form: str) -> str:
    """Return the spelling with "z" of a form with "-ise" or "-isation"."""
    for ending in ("isation", "isations", "ised", "ises", "ising", "ise"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)] + "iz" + ending[2:]
    return form
