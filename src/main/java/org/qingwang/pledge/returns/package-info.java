/**
 * What a firm reports: files in the EU's harmonised transparency template, read into figures that keep their source row, with
 * whatever contradicts itself as findings for an officer to see.
 */
package org.qingwang.pledge.returns;
