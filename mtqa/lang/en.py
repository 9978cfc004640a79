"""English."""

from __future__ import annotations

from mtqa.lang.base import Language

UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", *(f"{word}th" for word in UNITS[13:]))  # fmt: skip

NUMBER_WORDS: dict[str, float] = (
    {word: value for value, word in enumerate(UNITS)}
    | {word: 10 * value for value, word in enumerate(TENS, 2)}
    | {word: value for value, word in enumerate(ORDINALS, 1)}
    | {f"{word.removesuffix('y')}ieth": 10 * value for value, word in enumerate(TENS, 2)}
    | {f"{word.removesuffix('y')}ies": 10 * value for value, word in enumerate(TENS, 2)}
    | {"nought": 0, "once": 1, "single": 1, "twice": 2, "both": 2, "couple": 2, "double": 2, "pair": 2, "triple": 3}
    | {"half": 0.5, "third": 3, "quarter": 0.25, "dozen": 12, "hundred": 100, "hundredth": 100, "thousand": 1000}
    | dict.fromkeys(("million", "millions", "mn", "mln"), 1e6)
    | dict.fromkeys(("billion", "billions", "bn", "bln"), 1e9)
    | dict.fromkeys(("trillion", "trillions", "tn"), 1e12)
    | {"quadrillion": 1e15, "fourfold": 4, "fivefold": 5, "sixfold": 6, "eightfold": 8, "tenfold": 10, "twofold": 2}
    | {"threefold": 3, "quadruple": 4, "hundredfold": 100, "thousandfold": 1000}
)

FRACTIONS: dict[str, int] = {"thirds": 3, "quarters": 4, "fourths": 4, "hundredths": 100, "thousandths": 1000} | {
    f"{word}s": value for value, word in enumerate(ORDINALS, 1) if value > 4
}

FUNCTION_WORDS = """
the a an this that these those my your his her its our their mine yours hers ours theirs i you he she it we
they me him us them myself yourself himself herself itself ourselves themselves who whom whose which what
where when why how whether and or but if because although though while until unless since than as so yet nor
of in on at by for with about against between into through during before after above below to from up down out
off over under without within along among across around behind beyond upon toward towards per via despite is
are was were be been being am has have had having do does did doing done can could may might must shall should
will would cannot let not no never also only just very too more most much many some any all both each every
few other others another such same own again further then once here there now ever always often still already
even well back away one two first last don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't
couldn't shouldn't haven't hasn't hadn't i'm i've i'll i'd you're you've you'll he's she's it's we're we've
we'll they're they've that's there's what's let's someone something anyone anything everyone everything nobody
nothing none however therefore thus rather quite please yes almost perhaps instead either neither
"""

ABBREVIATIONS = """
A.D. a.k.a. A.M. a.m. abbr. Adm. Ala. approx. Apr. Apt. Ariz. Ark. Assn. Assoc. Asst. Atty. Aug. Ave. B.A.
B.C. B.Sc. Bldg. Blvd. Bros. ca. Calif. Capt. cf. chap. Cmdr. Co. Col. Colo. Comdr. Conn. Corp. Cpl. Ct. D.C.
D.Phil. Dec. Dept. dept. Dist. Dr. Drs. E.g. e.g. E.U. Ed. ed. Eds. eds. encl. esp. Esq. etc. excl. Feb. Fig.
fig. Figs. figs. Fla. fn. Fr. Ga. Gen. Gov. hr. hrs. I.e. i.e. ibid. illus. Inc. incl. Inst. Intl. J.D. Jan.
Jr. Jul. Jun. Kan. Ky. lb. lbs. Lt. Ltd. max. M.A. M.B.A. M.D. M.P. M.Sc. Maj. Mar. Messrs. mfg. Mich. min. Minn. misc.
Mon. Mont. Mr. Mrs. Ms. Msgr. Mt. Mx. N.B. N.C. N.D. n.d. N.H. N.J. N.M. N.Y. Neb. Nev. No. Nos. nos. Nov.
Oct. Okla. oz. p. p.a. P.M. p.m. P.O. P.S. para. pct. Pfc. Ph.D. pp. Pres. Prof. Profs. Pt. pt. Pvt. R.I. R.N.
Rd. Rep. Reps. Rev. rpt. S.C. S.D. Sec. Sen. Sens. Sep. Sept. Sgt. Sr. St. Ste. Sts. supp. suppl. Supt. temp. Tenn.
Thu. Thurs. Treas. Tue. Tues. U.K. U.N. U.S. U.S.A. U.S.C. Univ. univ. v. Va. viz. Vol. vol. Vols. vols. vs.
Vt. Wed. Wis. wk. Wm. Wyo. yd. yr. yrs.
"""
"""Titles, Latin, states, months and addresses, as the Associated Press and Chicago manuals abbreviate them; without
those that are oftener words (*in.*, *no.*)."""

SPACED = {"et al.", "op. cit.", "loc. cit.", "Lt. Col.", "Lt. Gen.", "Maj. Gen."}

SPELLINGS = r"""
th sh wh ght ing$ ly$ ed$ tions?$ sions?$ ous$ ness$ ments?$ ship$ ful$ less$ able$ ible$ ity$ ies$ ee oo ea
ow ^wr ^kn ck$ 's$ [^aeiou]y$ ure$ ive$ ance$ ence$ ould ough
"""

DOUBLED = "had that her is so very no yes bye ha blah there now come on really much many long far hear well knock"
"""He had had enough; that that is true; very, very."""

BEFORE_NOUNS = """
a an the his her its their our my your this that these those some any no every each another which what whose of in
on at for with by from into about after before during between against without under over through
"""

BEFORE_VERBS = """
to will would can could should shall must may might cannot i you he she we they who not didn't don't doesn't won't
wouldn't couldn't can't shouldn't let's please
"""

NEGATIONS = "not no never none nobody nothing nowhere neither nor without cannot n't"
NEAR_NEGATIONS = """
hardly barely scarcely rarely seldom little few less least only but except until unless before beyond instead rather
than fail- lack- refus- avoid- prevent- stop- reject- miss- ban- declin- deni- forb- prohibit- absen- absent free- non
cease- unable unlikely impossible un- dis- non- -less away against doubt- short hard difficult wrong frown- guess idle
longer question- otherwise else exclud- avert- spare- withh- refrain- abst- resist- despite notwithstanding anyone
anything anybody anywhere deny denial loss lost lose losing gone end ended wait expir- want- incapable inability
irregular illegal indifferent inaction denied denies block- turn off out far too error- miss ignor- pride harm- break- under
"""

ENGLISH = Language(
    code="en",
    name="English",
    plurals=("one", "other"),
    decimal=".",
    group=",\u00a0\u202f",
    quotes=(("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")),
    abbreviations=frozenset(ABBREVIATIONS.split()) | SPACED,
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    number_words=NUMBER_WORDS,
    number_joiner="and",
    length=1.0,
    doubled=frozenset(DOUBLED.split()),
    conjunctions=frozenset(("and", "or", "nor", "than", "as", "but", "to", "vs", "versus")),
    endings=("s", "es", "ed", "ing", "er", "est", "ly"),
    possessives=("'s", "’s"),
    clock={"am": 0, "pm": 12, "o'clock": 0},
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    day_points={"noon": 12, "midday": 12, "noontime": 12, "midnight": 0},
    fractions=FRACTIONS,
    before_nouns=frozenset(BEFORE_NOUNS.split()),
    before_verbs=frozenset(BEFORE_VERBS.split()),
    verbal_endings=("ing", "ed"),
    negations=frozenset(NEGATIONS.split()),
    near_negations=frozenset(NEAR_NEGATIONS.split()),
)  # fmt: skip
