/**
 * One door: who may come in. Sign-in for people with its limits, the session, the rights of the moment, and what is open
 * or closed to whom. Who the people are is {@link org.qingwang.agency}'s.
 */
package org.qingwang.door;
