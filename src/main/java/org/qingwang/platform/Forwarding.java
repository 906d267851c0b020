package org.qingwang.platform;

import java.time.LocalDate;

/** The platform forwarded the notice to the seller. */
public record Forwarding(LocalDate forwardedOn) {}
