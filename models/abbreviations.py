"""Danish abbreviations as minutes write them, lower case and without the last stop."""

__all__ = ["MAY_END", "NEVER_END", "UNITS"]

NEVER_END = frozenset(
    """
    adm adr afd afs alm ang anv att aut bem bet bl bl.a ca cand cirk div dok dok.nr dr ds dvs d.v.s egl
    ejd eks ekskl ekskl. el endv ev evt f f.eks feks fhv fig forb foreg forf forv fr frk fx gl gnsn gns
    h h.h.v hhv hr i.f.m i.f.t i.h.t if ift ifm ifbm iht iflg incl ind indb ing inkl inst j j.nr jf jfr
    jvf jnr journalnr kap kgl kl klr komm kst kt lb lb.nr lbnr lic lok lokalplan.nr m m.h.p m.h.t matr
    matr.nr maks max mdr mht mhp modt mr mrk mrs ms n nedenst nord nr nuv o obs off omkr omr opg opl opr
    ovenst p p.g.a pga pgf pkt pr priv prof publ punkt.nr ref reg reg.nr resp rev s s.d sagsnr sags.nr
    sct sek sekr skt sml sr sst st stud sv sær særl s.k såk t tidl tilsv tlf trp tv udg ugtl u underst v
    v.h.a vedl vedr vejl vha vs
    """.split()  # noqa: SIM905
)
"""Something always follows them within the sentence."""

MAY_END = frozenset(
    """
    a.s aps a/s apr art aug cm d.d d.s d.å dec e.kr e.l e.m el.lign etc f.kr f.m f.t feb febr fl ha i/s
    jan jr jun kbh km kl.. kr kvm l.l m.fl m.m m.v m2 md mdr. mfl mia mio mm mv n.f nov o.a o.l o.lign
    okt ol osv o.s.v p.t pct phd ph.d pst pt s.å sep sept sr stk str t.kr t.o.m tkr tr v.s.a årg
    """.split()  # noqa: SIM905
)
"""They stand inside a sentence as well as at its end: a capital letter behind them begins a new one."""

UNITS = frozenset("mio mia mrd stk str art t ca tusind".split())  # noqa: SIM905
"""Numbers and units stand behind them even with a capital letter (mio. Kr.)."""
