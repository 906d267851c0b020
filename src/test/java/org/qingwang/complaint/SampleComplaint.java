package org.qingwang.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A complete complaint about a seller no other test knows, to be changed field by field. */
public final class SampleComplaint {

    // Whole: the names of two sellers that begin alike and end in a few signs count as alike now and then.
    private final String own = UUID.randomUUID().toString();
    private LocalDate receivedOn = LocalDate.of(2026, 11, 20);
    private ComplainantType complainantType = ComplainantType.RIGHTS_HOLDER;
    private String complainantName = "晨光制鞋有限公司";
    private String registrationNo = "9" + Math.abs(own.hashCode());
    private List<String> listingUrls = List.of("https://item.taobao.com/item.htm?id=" + Math.abs(own.hashCode()));
    private String sellerName = "运动鞋" + own;
    private String sellerRegion = "330000";
    private BigDecimal unitPrice = new BigDecimal("159.00");
    private String currency = "CNY";
    private String description = "The stitching and the label differ from ours.";
    private String platform = "Taobao";
    private String goods = "Sports shoes";
    private Claim claim = Claim.COUNTERFEIT_MARK;
    private String demand;
    private Channel channel = Channel.LETTER;
    private String contact = "0571-88880000";

    public NewComplaint build() {
        return new NewComplaint(
                receivedOn,
                channel,
                complainantType,
                complainantName,
                contact,
                "晨光 " + own,
                registrationNo,
                platform,
                listingUrls,
                sellerName,
                sellerRegion,
                goods,
                new BigDecimal("120"),
                unitPrice,
                currency,
                description,
                claim,
                demand);
    }

    public SampleComplaint receivedOn(LocalDate day) {
        receivedOn = day;
        return this;
    }

    public SampleComplaint anonymous() {
        complainantType = ComplainantType.ANONYMOUS;
        complainantName = null;
        return this;
    }

    public SampleComplaint complainantName(String name) {
        complainantName = name;
        return this;
    }

    public SampleComplaint registrationNo(String number) {
        registrationNo = number;
        return this;
    }

    public SampleComplaint listings(String... addresses) {
        listingUrls = List.of(addresses);
        return this;
    }

    public SampleComplaint sellerName(String name) {
        sellerName = name;
        return this;
    }

    public SampleComplaint sellerRegion(String region) {
        sellerRegion = region;
        return this;
    }

    public SampleComplaint unitPrice(String price) {
        unitPrice = new BigDecimal(price);
        return this;
    }

    public SampleComplaint currency(String code) {
        currency = code;
        return this;
    }

    public SampleComplaint description(String text) {
        description = text;
        return this;
    }

    public SampleComplaint platform(String name) {
        platform = name;
        return this;
    }

    public SampleComplaint goods(String text) {
        goods = text;
        return this;
    }

    /** A consumer's paper that asks for more than a check of the seller. */
    public SampleComplaint asksForRedress(String what) {
        complainantType = ComplainantType.CONSUMER;
        demand = what;
        return this;
    }

    public SampleComplaint channel(Channel way) {
        channel = way;
        return this;
    }

    public SampleComplaint contact(String how) {
        contact = how;
        return this;
    }

    public SampleComplaint claim(Claim said) {
        claim = said;
        return this;
    }
}
