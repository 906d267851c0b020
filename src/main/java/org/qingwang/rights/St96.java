package org.qingwang.rights;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Source;

/** A mark in WIPO ST.96. Its common and its trade-mark namespace use no name twice, so paths need not tell them apart. */
final class St96 implements RecordShape {

    private static final String WORDS = "MarkRepresentation/MarkReproduction/WordMarkSpecification/";
    private static final String GOODS = "GoodsServicesBag/GoodsServices/";
    private static final String ADDRESS = "Contact/PostalAddressBag/PostalAddress/";

    @Override
    public boolean speaks(String namespace) {
        return namespace != null
                && (namespace.startsWith(RecordReader.WIPO + "Trademark/")
                        || namespace.startsWith(RecordReader.WIPO + "ST96/Trademark"));
    }

    @Override
    public Source source() {
        return Source.ST96;
    }

    @Override
    public String recordElement() {
        return "Trademark";
    }

    @Override
    public Set<String> elementsBeside() {
        return Set.of();
    }

    @Override
    public String numberOf(RecordNode record) {
        return record.given("RegistrationNumber", "ApplicationNumber/ApplicationNumberText")
                .value();
    }

    @Override
    public TradeMark read(RecordNode record) {
        MarkDraft draft = begin(
                record,
                List.of("RegistrationOfficeCode", "ApplicationNumber/IPOfficeCode"),
                "ApplicationNumber/ApplicationNumberText",
                "NationalTrademarkInformation/MarkCurrentStatusExternalDescriptionText",
                "NationalTrademarkInformation/RenewalDate");
        draft.text(record.given(WORDS + "MarkVerbalElementText", WORDS + "MarkSignificantVerbalElementText"));
        draft.kinds(record.given("MarkCategory"));
        record.allGiven("MarkEventBag/MarkEvent/MarkEventDate").forEach(draft::knownUpTo);
        record.allGiven("DesignatedCountryBag/DesignatedCountry/DesignatedCountryCode")
                .forEach(draft::designated);
        readClasses(record, draft);
        readParties(record, draft);
        return draft.mark();
    }

    /** Classes stand with their goods, without them, or both; an element of a class may hold only its status. */
    private static void readClasses(RecordNode record, MarkDraft draft) {
        record.all(GOODS + "GoodsServicesClassificationBag/GoodsServicesClassification")
                .filter(one -> "Nice".equals(one.given("ClassificationKindCode").value()))
                .forEach(one -> draft.niceClass(one.given("ClassNumber"), new Given("", null)));
        record.all(GOODS + "ClassDescriptionBag/ClassDescription")
                .filter(one -> one.given("ClassNumber").value() != null)
                .forEach(one -> draft.niceClass(one.given("ClassNumber"), one.given("GoodsServicesDescriptionText")));
    }

    private static void readParties(RecordNode record, MarkDraft draft) {
        holders(record)
                .forEach(holder ->
                        readParty(holder, PartyRole.HOLDER, holder.given("CommentText", "Version/CommentText"), draft));
        record.all("LicenceBag/Licence/LicenseeBag/Licensee")
                .forEach(licensee -> readParty(licensee, PartyRole.LICENSEE, licensee.given("CommentText"), draft));
        Stream.of(
                        "RecordAttorney",
                        "NationalRepresentative",
                        "NationalCorrespondent",
                        "RepresentativeBag/Representative")
                .flatMap(record::all)
                .forEach(agent -> readParty(agent, PartyRole.REPRESENTATIVE, capacity(agent), draft));
    }

    private static List<RecordNode> holders(RecordNode record) {
        List<RecordNode> holders = record.all("HolderBag/Holder").toList();
        List<RecordNode> applicants = record.all("ApplicantBag/Applicant").toList();
        if (!holders.isEmpty()) {
            return holders;
        }
        boolean unitedStates =
                "US".equals(record.given("RegistrationOfficeCode").value());
        return unitedStates
                ? UnitedStates.latestOwners(
                        applicants,
                        one -> new Given("", one.attribute("sequenceNumber").orElse(null)))
                : applicants;
    }

    /** What the record says, or else what the element itself says. */
    private static Given capacity(RecordNode agent) {
        Given said = agent.given("CommentText");
        String element = agent.name().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return said.value() == null ? new Given("CommentText", element) : said;
    }

    private static void readParty(RecordNode party, PartyRole role, Given capacity, MarkDraft draft) {
        Given country = party.given(ADDRESS + "PostalStructuredAddress/CountryCode");
        draft.party(role, name(party), country, address(party), capacity);
    }

    private static Given name(RecordNode party) {
        Given entity = party.given("Contact/Name/EntityName");
        if (entity.value() != null) {
            return entity;
        }
        return new Given(
                "Name",
                party.all("Contact/Name").flatMap(RecordNode::texts).distinct().collect(joining(", ")));
    }

    private static Given address(RecordNode party) {
        Stream<RecordNode> lines = Stream.concat(
                party.all(ADDRESS + "PostalStructuredAddress").flatMap(form -> form.children().stream()),
                party.all(ADDRESS + "PostalAddressText"));
        return new Given(
                "PostalAddress",
                lines.filter(line -> !line.name().equals("CountryCode"))
                        .flatMap(RecordNode::texts)
                        .collect(joining(", ")));
    }
}
