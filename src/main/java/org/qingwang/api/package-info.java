/**
 * The door for other systems: keys with scopes, an allowance of requests for each, and answers as problem details. What
 * is asked for is answered by the {@code web} packages of the capabilities.
 */
package org.qingwang.api;
