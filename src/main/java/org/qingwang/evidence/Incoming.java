package org.qingwang.evidence;

import org.springframework.core.io.InputStreamSource;

/**
 * A file somebody sends.
 *
 * @param sentName the name the browser sent, not to be trusted; may be null
 * @param content read several times from its beginning
 */
public record Incoming(String sentName, InputStreamSource content) {}
