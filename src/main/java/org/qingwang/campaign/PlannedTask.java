package org.qingwang.campaign;

import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/** A key task as a plan names it. */
public record PlannedTask(String title, Jurisdiction jurisdiction, LocalDate dueOn) {}
