package org.qingwang.pledge.returns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;
import org.qingwang.evidence.Incoming;
import org.qingwang.pledge.Commitment;
import org.qingwang.pledge.Figure;
import org.qingwang.pledge.Period;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeLinkService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A firm's return with files in the template: they bring those figures of its pledge that they hold, each with its rows. */
@Service
@Transactional
public class FirmUpload {

    private final PledgeLinkService links;
    private final PeriodService periods;
    private final ReturnService returns;
    private final SentFiles files;

    FirmUpload(PledgeLinkService links, PeriodService periods, ReturnService returns, SentFiles files) {
        this.links = links;
        this.periods = periods;
        this.returns = returns;
        this.files = files;
    }

    /**
     * Takes a return as the holder of a personal link sends it: typed figures, files, or both. All of it is taken, or nothing.
     *
     * @param typed figures of the form
     * @throws BadFiles with every file and row that has to be mended first
     * @throws BadInput if the files are not about this period, or say another figure than was typed
     */
    public void send(String token, List<Figure> typed, List<Incoming> sent, String remark) {
        Pledge pledge = links.opened(token).sheet().pledge();
        List<SentFile> read = files.read(sent, true);
        if (!read.isEmpty()) {
            requireOneReport(read);
            Period period = period(pledge, read);
            Returns.Of of = new Returns.Of(pledge.pledgeNo(), period.number());
            links.sendReturn(
                    token,
                    together(pledge, typed, read),
                    remark,
                    asked -> read.forEach(file -> returns.keep(asked.firm(), file, of)));
        } else {
            links.sendReturn(token, typed, remark);
        }
    }

    private static void requireOneReport(List<SentFile> read) {
        Map<Part, SentFile> seen = new LinkedHashMap<>();
        Report first = read.get(0).reports().get(0);
        for (SentFile file : read) {
            for (Report report : file.reports()) {
                SentFile other = seen.putIfAbsent(report.part(), file);
                if (other != null) {
                    throw new BadInput(
                            "file", "returns.refused.twice", report.part().number(), other.name(), file.name());
                }
                if (!report.from().equals(first.from()) || !report.to().equals(first.to())) {
                    throw new BadInput(
                            "file",
                            "returns.refused.periods",
                            file.name(),
                            report.from() + "/" + report.to(),
                            first.from() + "/" + first.to());
                }
                if (!report.service().equals(first.service())) {
                    throw new BadInput("file", "returns.refused.services", first.service(), report.service());
                }
            }
        }
    }

    /** Reports are made for calendar halves, pledges begin on any day: a report counts for the period it ends in. */
    private Period period(Pledge pledge, List<SentFile> read) {
        Period period = periods.of(pledge.pledgeNo()).stream()
                .map(PeriodService.View::period)
                .filter(Period::takesReturn)
                .findFirst()
                .orElseThrow(() -> new BadInput("", "pledge.not-now"));
        Report report = read.get(0).reports().get(0);
        if (report.to().isBefore(period.from()) || report.to().isAfter(period.until())) {
            throw new BadInput(
                    "file",
                    "returns.refused.other-period",
                    report.from() + "/" + report.to(),
                    period.from().toString(),
                    period.until().toString());
        }
        return period;
    }

    private List<Figure> together(Pledge pledge, List<Figure> typed, List<SentFile> read) {
        Map<String, Figure> reported = reported(pledge, read);
        List<Figure> all = new ArrayList<>(reported.values());
        for (Figure figure : typed) {
            Figure other = reported.get(figure.measure());
            if (other == null) {
                all.add(figure);
            } else if (other.value().compareTo(figure.value()) != 0) {
                throw new BadInput(
                        "figure-" + figure.measure(),
                        "returns.refused.differs",
                        figure.value(),
                        other.value(),
                        other.source());
            }
        }
        return all;
    }

    private Map<String, Figure> reported(Pledge pledge, List<SentFile> read) {
        Collection<Report> reports =
                read.stream().flatMap(file -> file.reports().stream()).toList();
        Map<Indicator, IndicatorValue> found = Indicators.of(reports);
        return periods.asked(pledge).stream()
                .map(Commitment::measure)
                .flatMap(measure -> found.keySet().stream()
                        .filter(indicator -> indicator.measure().equals(Optional.of(measure.id())))
                        .map(indicator -> figure(measure.id(), found.get(indicator), read)))
                .collect(Collectors.toMap(Figure::measure, Function.identity(), (one, other) -> one));
    }

    private static Figure figure(String measure, IndicatorValue value, List<SentFile> read) {
        String source = value.parts().stream()
                .map(part -> nameOf(part, read) + ": "
                        + value.rows(part).stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return new Figure(measure, value.value(), source);
    }

    private static String nameOf(Part part, List<SentFile> read) {
        return read.stream()
                .filter(file -> file.reports().stream().anyMatch(report -> report.part() == part))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
