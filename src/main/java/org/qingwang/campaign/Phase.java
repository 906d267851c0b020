package org.qingwang.campaign;

import java.time.LocalDate;

/** A part of a campaign's time, for example mobilisation. */
public record Phase(String name, LocalDate firstDay, LocalDate lastDay) {}
