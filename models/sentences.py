"""Where sentences begin in minutes: prose, lists, headings, and text out of PDFs.

A stop is not the end of a sentence when an abbreviation, an initial or an ordinal stands before it.
A line break alone is not one either (PDF text is wrapped), but an empty line is, and so is a line that
opens with a bullet or a number. Boundaries lie in white space only.
"""

import re

__all__ = ["sentence_spans"]

ABBREVIATIONS = frozenset(
    """
    adm adr afd afs aftn alm ang ank anm art att aud bd bem beg bet bil bkg bl ca cand cf chr d da dat dep
    dir div dok dr dvs e eftf eftm egl ekskl eksp ell endv etc evt ex f fa ff fhv fig fl fmd forb foreg fork
    form forsk fr frk fuldm fx g gdr gl gr gys h henh henv hhv hpl hr hrs højesteretsdom i ib ifm ift
    ifølge ind indb indl ing inkl insp instr int isl istf iflg j jf jfr jr jnr k kand kap kbh kgl kl km kons kontrol
    kr kst ktr kv kvt l lb lic lign lin litra ltr m mag max md mdl mdr medl mf mgl mht mia min mio mk
    mods modt mr mrk ms mv n nb ndf nedenst nl nr nuv o obs off omg omkr omtr opg opl opr org orig ovf overs ovenst
    p par pct pga pkt pl pr priv prk prof pt q r red ref reg rest resp rev s sa samt sdr sek sen sign skr sml
    smp sp spec sst st stat stk str stud subj sup suppl sv såk såm så t td tdl tdr teol tf ti tidl tilf tilh till
    tilsv tj tlf tr trp u ubøj udb udg udt uds ugtl underst undt v vedl vedr vejl vers vb vha vol vs vær x yngr
    z æ ø øv øvr å årg årh årl bl.a c.a d.å d.d d.s d.s.s d.v.s d.æ e.kr e.l e.o.a e.v f.eks f.kr f.m f.t f.v.a
    fx g.d h.c i.e i.flg i.h.t i.s i.st i.v.s ib jnr jr k.o l.l lok m.a.o m.fl m.h.p m.h.t m.m m.v n.br n.f
    o.a o.fl o.h o.l o.lign o.m.a o.s.v p.a p.b.v p.c p.g.a p.m p.p p.s p.t p.v.a p.a r.a s.d s.m s.u s.å
    t.d t.eks t.h t.kr t.o.m t.v u.b u.d u.v u.å v.h.a v.s.a æ.d aug sept sep okt nov dec jan feb febr apr jun
    jul mar man tirs ons tors fre lør søn sagsnr dok.nr sags.nr punkt.nr matr matr.nr reg.nr
    """.split()
)
"""Lower case, without the last stop; what Danish minutes abbreviate, and one letter alone."""

ENDING_ABBREVIATIONS = frozenset(
    "mv m.v m.m mm etc osv o.s.v o.l e.l m.fl kr pct mio mia m.m o.a o.lign t.kr d.å d.d".split()
)
"""Abbreviations that often close a sentence: a capital letter after them begins a new one."""

_BREAK = re.compile(
    r"""
      (?P<stop>[.!?…]+["'”’»)\]]*)\s+
    | [^\S\n]*\n(?=[^\S\n]*(?:[•‣▪●○◦–—*·\uf0b7-]\s|\(?\d{1,2}[.)]\s|\(?[a-zæøå][.)]\s|At\s\d{1,2}[.):]?\s))\s*
    | [^\S\n]*\n[^\S\n]*\n\s*
    | \s*\f\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"'”»«]+$")
_OPENS_LOWER = re.compile(r"[\"'”»«(\[]*[a-zæøåéü0-9§%,;:)]")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, trimmed, in order; every visible character is in exactly one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match["stop"] is not None and not _ends_sentence(text, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        first = start + piece.index(stripped[0])
        spans.append((first, first + len(stripped)))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    gap = text[match.end("stop") : match.end()]
    if gap.count("\n") > 1:
        return True
    if match["stop"][0] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    word = before[0].lower() if before else ""
    following = text[match.end() : match.end() + 3]
    if _OPENS_LOWER.match(following):
        return not (word in ABBREVIATIONS or word.isdigit() or len(word) == 1) and following[0].isdigit()
    if word in ENDING_ABBREVIATIONS:
        return True
    return not (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or _is_ordinal(word))


def _is_ordinal(word: str) -> bool:
    return word.isdigit() and len(word) <= 2
