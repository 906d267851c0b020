package org.qingwang.complaint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which office of market regulation receives a complaint of the public: that of the seller's place, else that of the
 * platform's domicile, as far as somebody works there. Who is competent in the end is decided for the case.
 */
@Component
class IntakeOffices {

    private final AgencyService agencies;
    private final Jurisdiction otherwise;

    IntakeOffices(AgencyService agencies, @Value("${qingwang.complaint.intake:commerce-330000}") String otherwise) {
        this.agencies = agencies;
        this.otherwise = Jurisdiction.parse(otherwise);
    }

    Jurisdiction of(NewComplaint complaint) {
        return regions(complaint)
                .flatMap(region -> office(region).stream())
                .filter(office -> !agencies.officersOf(office).isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    private static Stream<String> regions(NewComplaint complaint) {
        Stream<String> named = Stream.of(
                complaint.sellerRegion(),
                Platform.ofName(complaint.platform())
                        .flatMap(Platform::domicile)
                        .orElse(null));
        Stream<String> ofListings = complaint.listingUrls().stream()
                .flatMap(given -> ListingAddress.parseAll(given).stream())
                .map(ListingAddress::platform)
                .flatMap(Optional::stream)
                .map(Platform::domicile)
                .flatMap(Optional::stream);
        return Stream.concat(named, ofListings).filter(Objects::nonNull).distinct();
    }

    private Optional<Jurisdiction> office(String region) {
        List<Jurisdiction> offices = agencies.jurisdictions();
        return offices.stream()
                .filter(office -> office.agency() == Agency.COMMERCE)
                .filter(office -> office.region().startsWith(region.substring(0, 2)))
                .findFirst();
    }
}
