package org.qingwang.platform;

import java.time.LocalDate;

/** The platform put the listings back. */
public record Restoration(LocalDate restoredOn, String note) {}
