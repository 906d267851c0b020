/** What supervisors watch in Cockpit: where campaigns, cases and clocks stand, and what stands still. */
package org.qingwang.monitor;
