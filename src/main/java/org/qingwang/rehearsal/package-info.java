/**
 * Rehearsals of a campaign: what is expected and who is there goes in, which statutory clocks would be missed comes out.
 * Played by the product itself, its models, services and clocks, in a database of its own ({@code play}).
 */
package org.qingwang.rehearsal;
