package org.qingwang.law;

import java.util.List;

/** What rests on the law besides clocks. Each capability that keeps the version of a rule it used answers for itself. */
public interface LawUses {

    /** @return how many cases rest on each version */
    List<Resting> resting();
}
