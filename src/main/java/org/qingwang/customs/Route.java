package org.qingwang.customs;

/** How customs comes to detain goods. */
public enum Route {
    /** On the holder's application (customs protection regulation art. 12 to 15). */
    APPLICATION,
    /** On its own initiative, for recorded rights only (art. 16). */
    EX_OFFICIO
}
