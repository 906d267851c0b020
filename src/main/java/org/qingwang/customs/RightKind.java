package org.qingwang.customs;

/** Which right the goods are suspected to infringe. */
public enum RightKind {
    TRADEMARK,
    COPYRIGHT,
    PATENT
}
