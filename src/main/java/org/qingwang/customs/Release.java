package org.qingwang.customs;

import java.time.LocalDate;

/** The goods were released. */
public record Release(ReleaseGround ground, LocalDate releasedOn) {}
