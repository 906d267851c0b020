package org.qingwang.complaint;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.PlaceNames;
import org.qingwang.common.BadInput;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** What a complaint must look like to be registered. What is merely missing is for the screening to say. */
@Component
public class ComplaintChecks {

    /** Days and deadlines are China's wherever the server stands. */
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static final int MOST_LISTINGS = 200;
    private static final int NAME_LENGTH = 200;
    private static final int TEXT_LENGTH = 4000;
    private static final int DEMAND_LENGTH = 2000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final BigDecimal MOST_MONEY = new BigDecimal("99999999999999.99");
    private static final BigDecimal MOST_PIECES = new BigDecimal("999999999999.999");

    private final PlaceNames places;
    private final Clock clock;

    ComplaintChecks(PlaceNames places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** @throws BadInput naming the first field at fault */
    void check(NewComplaint complaint) {
        checkBesidesListings(complaint);
        listings(complaint);
    }

    /**
     * The same for a complaint whose addresses have been understood already. Reads no table, so a list of 100,000 can be
     * checked row by row.
     *
     * @throws BadInput naming the first field at fault
     */
    public void checkBesidesListings(NewComplaint complaint) {
        checkReceived(complaint);
        checkTexts(complaint);
        checkFigures(complaint);
        if (complaint.sellerRegion() != null && !places.isKnown(complaint.sellerRegion())) {
            throw new BadInput("sellerRegion", "complaint.region.unknown", complaint.sellerRegion());
        }
    }

    /**
     * The offers complained about, each once however often and however written it was given.
     *
     * @throws BadInput if an address cannot be understood
     */
    List<Listing> listings(NewComplaint complaint) {
        Map<String, Listing> listings = new LinkedHashMap<>();
        for (String asGiven : complaint.listingUrls()) {
            for (ListingAddress address : ListingAddress.parseAll(asGiven)) {
                listings.putIfAbsent(address.normalised(), new Listing(asGiven, address));
            }
        }
        if (listings.size() > MOST_LISTINGS) {
            throw new BadInput("listingUrls", "complaint.listings.tooMany", MOST_LISTINGS);
        }
        return List.copyOf(listings.values());
    }

    private void checkReceived(NewComplaint complaint) {
        required("receivedOn", complaint.receivedOn());
        required("channel", complaint.channel());
        required("complainantType", complaint.complainantType());
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        if (complaint.receivedOn().isAfter(today)) {
            throw new BadInput("receivedOn", "complaint.receivedOn.future", complaint.receivedOn(), today);
        }
        if (complaint.receivedOn().isBefore(EARLIEST)) {
            throw new BadInput("receivedOn", "complaint.receivedOn.tooOld", complaint.receivedOn(), EARLIEST);
        }
    }

    private void checkTexts(NewComplaint complaint) {
        checkText("complainantName", complaint.complainantName(), NAME_LENGTH);
        checkText("contact", complaint.contact(), NAME_LENGTH);
        checkText("right", complaint.right(), NAME_LENGTH);
        checkText("registrationNo", complaint.registrationNo(), NAME_LENGTH);
        checkText("platform", complaint.platform(), NAME_LENGTH);
        checkText("sellerName", complaint.sellerName(), NAME_LENGTH);
        checkText("goods", complaint.goods(), NAME_LENGTH);
        checkText("description", complaint.description(), TEXT_LENGTH);
        checkDemand(complaint.complainantType(), complaint.demand());
    }

    /** Only a consumer has a dispute to settle; what anybody else says of a seller is a lead. */
    void checkDemand(ComplainantType complainantType, String demand) {
        checkText("demand", demand, DEMAND_LENGTH);
        if (demand != null && complainantType != ComplainantType.CONSUMER) {
            throw new BadInput("demand", "complaint.demand.notConsumer");
        }
    }

    private static void checkFigures(NewComplaint complaint) {
        checkFigure("quantity", complaint.quantity(), 3, MOST_PIECES);
        checkFigure("unitPrice", complaint.unitPrice(), 2, MOST_MONEY);
        if (!complaint.currency().equals("CNY")) {
            throw new BadInput("currency", "complaint.currency.notCny", complaint.currency());
        }
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw new BadInput(field, "complaint.required", label(field));
        }
    }

    private static void checkText(String field, String text, int most) {
        if (text == null) {
            return;
        }
        if (text.length() > most) {
            throw new BadInput(field, "complaint.tooLong", label(field), text.length(), most);
        }
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
                throw new BadInput(field, "complaint.unreadable", label(field));
            }
        }
    }

    private static void checkFigure(String field, BigDecimal figure, int decimals, BigDecimal most) {
        if (figure == null) {
            return;
        }
        if (figure.signum() < 0) {
            throw new BadInput(field, "complaint.negative", label(field), figure.toPlainString());
        }
        if (figure.compareTo(most) > 0) {
            throw new BadInput(field, "complaint.tooMuch", label(field), most.toPlainString());
        }
        if (figure.stripTrailingZeros().scale() > decimals) {
            throw new BadInput(field, "complaint.tooFine", label(field), figure.toPlainString(), decimals);
        }
    }

    /** The field's name in the reader's language. */
    private static DefaultMessageSourceResolvable label(String field) {
        return new DefaultMessageSourceResolvable("complaint.field." + field);
    }
}
