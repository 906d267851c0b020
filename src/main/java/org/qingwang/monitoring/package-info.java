/**
 * What a machine that watches the installation is told: figures of the work, of the engine and of this node, in the
 * format of Prometheus. Each capability brings its own figures.
 */
package org.qingwang.monitoring;
