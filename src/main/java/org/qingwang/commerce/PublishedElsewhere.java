package org.qingwang.commerce;

import java.time.LocalDate;

/** Another province published what was pushed to it. */
public record PublishedElsewhere(String address, LocalDate publishedOn) {}
