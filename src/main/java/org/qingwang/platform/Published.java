package org.qingwang.platform;

import java.time.LocalDate;

/** Where the platform published notice, declaration and result. */
public record Published(LocalDate publishedOn, String address) {}
