"""German."""

from __future__ import annotations

from mtqa.lang.base import Language

UNITS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
         "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")  # fmt: skip
TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
ORDINALS: dict[str, float] = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "sechst": 6,
    "siebt": 7,
    "siebent": 7,
    "acht": 8,
}
STEMS: dict[str, float] = (
    ORDINALS
    | {f"{word}t": value for value, word in enumerate(UNITS) if value > 8}
    | {f"{word}st": 10 * value for value, word in enumerate(TENS, 2)}
    | {"hundertst": 100, "tausendst": 1000}
)
ENDINGS = ("e", "en", "er", "es", "em")
ONES = ("eins", *(f"ein{ending}" for ending in ENDINGS))
HALVES = {"halb": 0.5, "einhalb": 0.5, "anderthalb": 1.5}
CARDINALS: dict[str, float] = dict(zip(UNITS[1:], range(1, 20), strict=True))
CARDINALS |= {word: 10 * value for value, word in enumerate(TENS, 2)}
FRACTIONS = {"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
             "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000}  # fmt: skip

NUMBER_WORDS: dict[str, float] = (
    {word: value for value, word in enumerate(UNITS)}
    | {word: 10 * value for value, word in enumerate(TENS, 2)}
    | {word.replace("ß", "ss"): 10 * value for value, word in enumerate(TENS, 2)}
    | {f"{stem}{ending}": value for stem, value in STEMS.items() for ending in ENDINGS}
    | {f"{word}{ending}": value for word, value in CARDINALS.items() for ending in ("mal", "fach", "fache", "fachen")}
    | {f"{word}{ending}": value for word, value in HALVES.items() for ending in ("", *ENDINGS)}
    | dict.fromkeys(ONES, 1)
    | dict.fromkeys(("zwo", "beide", "beiden", "beider", "beides", "doppelt", "doppelte", "doppelten"), 2)
    | dict.fromkeys(("erstens", "einmal"), 1)
    | {"zweitens": 2, "drittens": 3, "hälfte": 0.5, "dreiviertel": 0.75}
    | {word: 1 / value for word, value in FRACTIONS.items()}
    | {"dutzend": 12, "hundert": 100, "tausend": 1000, "tsd": 1000}
    | dict.fromkeys(("million", "millionen", "mio", "mill"), 1e6)
    | dict.fromkeys(("milliarde", "milliarden", "mrd"), 1e9)
    | dict.fromkeys(("billion", "billionen"), 1e12)
    | dict.fromkeys(("billiarde", "billiarden"), 1e15)
    | dict.fromkeys(("trillion", "trillionen"), 1e18)
)

FUNCTION_WORDS = """
der die das den dem des ein eine einer eines einem einen kein keine keiner keines keinem keinen dieser diese
dieses diesem diesen jener jene jenes jeder jede jedes jedem jeden welcher welche welches welchem welchen ich
du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen man wer wen wem was wessen mein meine
meiner meines meinem meinen dein deine deiner deinem deinen sein seine seiner seines seinem seinen ihre ihrer
ihres ihrem ihren unser unsere unserer unserem unseren euer eure und oder aber denn sondern doch wenn weil
dass daß ob als wie damit obwohl während bevor nachdem sobald falls in im an am auf aus bei beim mit nach von
vom vor zu zum zur durch für gegen ohne um über unter zwischen seit bis hinter neben trotz wegen ins ans ab
außer gegenüber innerhalb ist sind war waren bin bist seid sei wäre wären wird werden wurde wurden worden
werde würde würden geworden hat haben habe hatte hatten hast hätte hätten gehabt gewesen kann können konnte
konnten könnte könnten muss müssen musste müsste soll sollen sollte sollten will wollen wollte darf dürfen
durfte dürfte mag möchte möchten mögen nicht nichts nie niemals auch nur noch schon sehr so mehr immer wieder
hier dort da dann jetzt nun heute bereits etwa etwas alle alles allem allen aller viel viele vielen wenig mal
eben gar ganz zwar also jedoch daher deshalb dabei dazu davon daran darauf darüber dafür dadurch dagegen
danach darin wo woher wohin warum wieso wann weshalb ja nein bitte selbst einmal sowie sowohl weder zudem
außerdem hin her dies
"""

ABBREVIATIONS = """
a.a.O. a.D. a.M. Abb. Abf. Abg. Abk. Abs. Abschn. Abt. allg. Anh. Anl. Anm. Apr. Art. Aufl. Aug. ausschl. Az.
Bd. Bde. begr. Best.-Nr. Betr. betr. Bez. bez. Bhf. bspw. bzgl. bzw. ca. Chr. Co. d.h. d.i. d.J. d.Ä. Dez.
dgl. Dipl. Dipl.-Ing. Dipl.-Kfm. Dr. Dres. dt. e.G. e.h. e.K. e.V. ebd. ehem. eigtl. einschl. Einw. entspr.
erw. etc. ev. evtl. exkl. f. Fa. Fam. Feb. Febr. ff. Fn. Fr. frdl. geb. Gebr. gegr. gem. gesch. geschl. gest.
gez. ggf. ggfs. Ggs. Hbf. Hg. hg. Hr. Hrn. Hrsg. hrsg. i.A. i.Allg. i.B. i.d.F. i.d.R. i.d.S. i.e. i.H.v. i.R.
i.S.d. i.S.v. i.V. i.V.m. Inc. Ing. Inh. inkl. insb. insbes. int. Jan. Jg. Jgg. Jh. Jhd. Jhs. Jr. jr. jur.
Kap. kath. Kfm. kgl. Kto. led. lfd. lt. Ltd. M.A. m.a.W. m.b.H. m.E. m.W. Mag. max. MdB. Mio. Mr. Mrd. Mrs.
mtl. n.Chr. n.J. Nachf. Nov. Nr. Nrn. näml. o.g. o.J. o.O. o.V. o.Ä. o.ä. Okt. p.a. p.P. Pfd. Ph.D. phil. Pkt.
Priv.-Doz. Prof. Prov. Präs. rd. resp. röm. S. s.a. s.o. s.S. s.u. Sep. Sept. sog. Sp. St. Std. stellv. Stk.
Str. str. stud. svw. Tab. Tel. Tsd. tägl. u.a. u.a.m. u.A.w.g. u.E. u.s.w. u.U. u.v.a. u.v.m. u.zw. u.Ä. u.ä.
ugs. urspr. usf. USt. usw. v.a. v.Chr. v.H. v.T. Verf. verh. verw. Verz. Vgl. vgl. vollst. Vors. wg. z.B.
z.Hd. z.Hdn. z.K. z.T. z.Z. z.Zt. Ziff. zit. Zt. zus. zusätzl. zw. zzgl. zzt. öff. österr. Übers. übl.
"""
"""As Duden writes them, here closed up. Without those that are oftener words or end sentences (*So.*, *Do.*)."""

SPACED = """
a. D.; a. M.; a. a. O.; d. Ä.; d. h.; d. i.; d. J.; e. G.; e. h.; e. K.; e. V.; i. A.; i. Allg.; i. B.; i. d.
F.; i. d. R.; i. d. S.; i. H. v.; i. R.; i. S. d.; i. S. v.; i. V.; i. V. m.; m. a. W.; m. E.; m. W.; M. A.;
n. Chr.; n. J.; o. Ä.; o. ä.; o. g.; o. J.; o. O.; o. V.; p. a.; p. P.; s. a.; s. o.; s. S.; s. u.; u. a.; u.
a. m.; u. A. w. g.; u. ä.; u. Ä.; u. E.; u. s. w.; u. U.; u. v. a.; u. v. m.; u. zw.; v. a.; v. Chr.; v. H.;
v. T.; z. B.; z. Hd.; z. Hdn.; z. K.; z. T.; z. Z.; z. Zt.
"""
"""The same with the space that Duden asks for."""

SPELLINGS = r"""
sch cht tz pf ^ver ^ent ^zer ^über ^zurück ^be[^aeiouy] ^ge.*t$ ^zu. ungen$ ung$ keit heit lich isch ieren$
iert$ igen$ eit chen$ tät rück fähig schaft [^aeiouy]eln$ [bdfgklmnprst]en$ ^un.*lich ei.*en$ äu
"""

DOUBLED = "die der das den dem des sie ihr ihnen ihn ihm es was wer wie wo wir uns euch so sehr viel ganz nein ja ha"
"""dass die, die …; dass sie sie kennt; sehr, sehr."""

BEFORE_NOUNS = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese dieses diesen
diesem jeder jede jedes jeden jedem viele vielen vieler alle allen aller sein seine seinen seinem seiner seines ihr
ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer
"""

AFTER_VERBS = """
ich du er sie es wir ihr man mich dich sich uns euch mir dir ihm ihn ihnen mal doch bitte nicht nie niemals nein ja jetzt nun
etwas nichts alles niemanden niemandem keine keinen deine deinen eure euren ihre ihren meine meinen
"""

SEPARABLE = """
zurück zusammen heraus hinaus herein hinein herunter hinunter weiter wieder fest frei los weg vor nach auf aus ab an
ein mit um zu her hin bei da dar durch entgegen entlang fehl fort gegen heim herum hoch nieder teil über unter statt
voran voraus vorbei wahr
"""

NEGATIONS = (
    "nicht kein- nie niemals niemand- nichts nirgends nirgendwo weder ohne keinerlei keineswegs nirgendwohin nix ned"
)
NEAR_NEGATIONS = """
kaum wenig- selten nur bloß erst außer bis bevor ehe sondern statt anstatt anstelle trotz gegen fehl- mangel- mangeln-
verweiger- weiger- ablehn- lehn- abgelehn- leugn- bestreit- bestritt- vermeid- vermied- verhinder- hinder- unterbind-
verbiet- verbot- verzicht- versäum- verpass- schwer- schwierig- fraglich zweifel- un- miss- weg fern fort vorbei sonst
frei- -los -lose -losen -loser -loses -los- -frei -freie -freien entgeh- entfäll- entfall- scheiter- gescheiter-
verlor- verlier- verlust- ende- beende- wegfall- hör- aufhör- gar überhaupt sowenig weniger allein einzig
ausgeschlossen unmöglich egal höchstens lediglich gleichgültig mensch blieb- bleib- wart- lieber vielmehr wider spar-
meid- nein anti- leer- ausfall- ausblieb- bar anders andernfalls ausbleiben ausblieb abgesehen desinteressiert
ausschließ- ausschluss ausschluß frühestens noch gern schad- zu kühl
"""

GERMAN = Language(
    code="de",
    name="German",
    plurals=("one", "other"),
    decimal=",",
    group=".'’\u00a0\u202f",
    quotes=(("„", "“"), ("»", "«"), ("‚", "‘"), ("›", "‹")),
    abbreviations=frozenset(ABBREVIATIONS.split()) | frozenset(SPACED.strip().replace("\n", " ").split("; ")),
    months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember"),
    negations=frozenset(NEGATIONS.split()),
    near_negations=frozenset(NEAR_NEGATIONS.split()),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    number_words=NUMBER_WORDS,
    letters="äöüß",
    ordinal_dot=True,
    nouns_capitalised=True,
    compounds=True,
    linking=("s", "es", "n", "en", "er", "e", "ens"),
    number_joiner="und",
    length=1.16,
    doubled=frozenset(DOUBLED.split()),
    conjunctions=frozenset(("und", "oder", "sowie", "bzw", "noch", "als", "wie", "bis", "aber", "sondern")),
    endings=("e", "en", "em", "er", "es", "n", "s", "st", "t", "te", "ten"),
    clock={"uhr": 0},
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag|Sonnabend", "Sonntag"),
    day_points={"mittag": 12, "mittags": 12, "mitternacht": 0, "mitternachts": 0},
    fractions=FRACTIONS,
    regions={"AT": (",", "\u00a0\u202f."), "CH": (".", "’'"), "LI": (".", "’'")},
    before_nouns=frozenset(BEFORE_NOUNS.split()),
    after_verbs=frozenset(AFTER_VERBS.split()),
    separable=tuple(SEPARABLE.split()),
)  # fmt: skip
