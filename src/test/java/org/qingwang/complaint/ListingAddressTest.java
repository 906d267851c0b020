package org.qingwang.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.common.BadInput;

/**
 * What rights holders really paste. If one of these rows fails, two complaints about the same shop no longer meet, or a
 * whole lead is lost for a blank in it.
 */
class ListingAddressTest {

    static Stream<Arguments> dirtyAddresses() {
        return Stream.of(
                // nothing to do
                arguments("https://fakebags.example/p/17", "https://fakebags.example/p/17"),
                arguments("http://fakebags.example/p/17", "https://fakebags.example/p/17"),
                // blanks, seen and unseen
                arguments("  https://fakebags.example/p/17  ", "https://fakebags.example/p/17"),
                arguments("\u3000https://fakebags.example/p/17\u00a0", "https://fakebags.example/p/17"),
                arguments("https://\u200bfakebags.example/p\u200b/17\ufeff", "https://fakebags.example/p/17"),
                arguments("\u202ahttps://fakebags.example/p/17\u202c", "https://fakebags.example/p/17"),
                arguments("https:// fakebags.example/p/17", "https://fakebags.example/p/17"),
                arguments("https://item.taobao .com/item.htm?id=7001", "https://item.taobao.com/item.htm?id=7001"),
                arguments("https://item.taobao. com/item.htm?id=7001", "https://item.taobao.com/item.htm?id=7001"),
                arguments("https://fakebags.example/p?\n  sku=17", "https://fakebags.example/p?sku=17"),
                arguments("https://fakebags.example/p ?sku=17 &b=1", "https://fakebags.example/p?b=1&sku=17"),
                // scheme
                arguments("fakebags.com/p/17", "https://fakebags.com/p/17"),
                arguments("www.fakebags.example", "https://fakebags.example/"),
                arguments("//fakebags.example/p/17", "https://fakebags.example/p/17"),
                arguments("HTTPS://FakeBags.Example/P/17", "https://fakebags.example/P/17"),
                arguments("http//fakebags.example/p/17", "https://fakebags.example/p/17"),
                arguments("http:\\\\fakebags.example\\p\\17", "https://fakebags.example/p/17"),
                arguments("https:/fakebags.example/p/17", "https://fakebags.example/p/17"),
                arguments("hxxps://fakebags[.]example/p/17", "https://fakebags.example/p/17"),
                arguments("https%3A%2F%2Ffakebags.example%2Fp%3Fid%3D17", "https://fakebags.example/p?id=17"),
                // full-width typing
                arguments("ｈｔｔｐｓ：／／fakebags．example／p／17", "https://fakebags.example/p/17"),
                arguments("https：//www。fakebags。com/p/17", "https://fakebags.com/p/17"),
                arguments("https://fakebags.example/p？id＝17", "https://fakebags.example/p?id=17"),
                // ports, fragments, dots
                arguments("https://fakebags.example:443/p", "https://fakebags.example/p"),
                arguments("http://fakebags.example:80/p", "https://fakebags.example/p"),
                arguments("http://fakebags.example:8080/p", "http://fakebags.example:8080/p"),
                arguments("https://fakebags.example/p/17#reviews", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/#/goods/17", "https://fakebags.example/#/goods/17"),
                arguments("https://fakebags.example./a/../p/./17/", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example//p//17", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/%7Eshop/%e5%8c%85", "https://fakebags.example/~shop/%E5%8C%85"),
                arguments("https://fakebags.example/包", "https://fakebags.example/%E5%8C%85"),
                // tracking tails; what names the article stays
                arguments(
                        "https://fakebags.example/p?id=17&utm_source=x&UTM_Medium=y&fbclid=abc",
                        "https://fakebags.example/p?id=17"),
                arguments(
                        "https://fakebags.example/p?sku=B-1&itemId=9&goods_id=3&gclid=zz",
                        "https://fakebags.example/p?goods_id=3&itemId=9&sku=B-1"),
                arguments("https://fakebags.example/p?ref=BAG-17&ref_src=tw", "https://fakebags.example/p?ref=BAG-17"),
                arguments("https://fakebags.example/p?id=17&amp;spm=a1z", "https://fakebags.example/p?id=17"),
                arguments("https://fakebags.example/p?utm_source=x", "https://fakebags.example/p"),
                arguments("https://fakebags.example/p?&&id=17&", "https://fakebags.example/p?id=17"),
                arguments(
                        "https://fakebags.example/shop&sa=U&ved=0ahUKEwj&usg=AOvVaw", "https://fakebags.example/shop"),
                arguments("https://fakebags.example/p%3Fid%3D17&sa=U&ved=0ahUKEwj", "https://fakebags.example/p?id=17"),
                arguments("https://fakebags.example/p;jsessionid=A1B2?id=17", "https://fakebags.example/p?id=17"),
                // search engines and social redirects
                arguments(
                        "https://www.google.com/url?q=https://fakebags.example/p%3Fid%3D17&sa=U&ved=0ahUKEwj&usg=AOv",
                        "https://fakebags.example/p?id=17"),
                arguments(
                        "http://www.google.com.hk/url?sa=t&url=http%3A%2F%2Ffakebags.example%2Fp&ved=2ah",
                        "https://fakebags.example/p"),
                arguments("/url?q=https://fakebags.example/p&sa=U&ved=2ah", "https://fakebags.example/p"),
                arguments(
                        "https://l.facebook.com/l.php?u=https%3A%2F%2Ffakebags.example%2Fp%3Ffbclid%3DIw&h=AT0",
                        "https://fakebags.example/p"),
                // remarks
                arguments("https://fakebags.example/p/17 (fake bags)", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/p/17，假货", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/p/17（假货）", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/p/17,假货", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/p/17.", "https://fakebags.example/p/17"),
                arguments("(https://fakebags.example/p/17)", "https://fakebags.example/p/17"),
                arguments("<https://fakebags.example/p/17>", "https://fakebags.example/p/17"),
                arguments("\"https://fakebags.example/p/17\"", "https://fakebags.example/p/17"),
                arguments("[shop](https://fakebags.example/p/17)", "https://fakebags.example/p/17"),
                arguments("https://fakebags.example/p_(red)", "https://fakebags.example/p_(red)"),
                arguments("链接：https://fakebags.example/p/17 请查处", "https://fakebags.example/p/17"),
                arguments("Link: https://fakebags.example/p/17", "https://fakebags.example/p/17"),
                arguments("https://item.jd.com/100012.html假货", "https://item.jd.com/100012.html"),
                arguments("https://item.taobao.com/item.htm?id=7001这家卖假货", "https://item.taobao.com/item.htm?id=7001"),
                arguments("https://www.fakebags.com假货", "https://fakebags.com/"),
                // www and mobile hosts; one item, one address
                arguments("https://www.fakebags.example/p", "https://fakebags.example/p"),
                arguments("https://m.fakebags.example/p", "https://fakebags.example/p"),
                arguments(
                        "https://item.taobao.com/item.htm?spm=a230r.1.14.1&id=7001&ns=1&abbucket=6#detail",
                        "https://item.taobao.com/item.htm?id=7001"),
                arguments(
                        "https://h5.m.taobao.com/awp/core/detail.htm?id=7001&ut_sk=1.X",
                        "https://item.taobao.com/item.htm?id=7001"),
                arguments("https://world.taobao.com/item/7001.htm", "https://item.taobao.com/item.htm?id=7001"),
                arguments(
                        "https://detail.m.tmall.com/item.htm?id=7002&skuId=5",
                        "https://detail.tmall.com/item.htm?id=7002"),
                arguments("https://m.1688.com/offer/7003.html?spm=a", "https://detail.1688.com/offer/7003.html"),
                arguments("item.m.jd.com/product/100012.html?utm_user=plus", "https://item.jd.com/100012.html"),
                arguments(
                        "https://mobile.yangkeduo.com/goods.html?_x_org=1&goods_id=7004&refer_share_id=q",
                        "https://mobile.yangkeduo.com/goods.html?goods_id=7004"),
                arguments(
                        "https://www.amazon.com/Leather-Tote/dp/B0ABCDEF12/ref=sr_1_3?keywords=bag&qid=1&sr=8-3",
                        "https://amazon.com/dp/B0ABCDEF12"),
                arguments(
                        "https://www.amazon.co.uk/gp/product/B0ABCDEF12?ref_=x", "https://amazon.co.uk/dp/B0ABCDEF12"),
                arguments(
                        "https://www.ebay.com/itm/Leather-Tote/123456789012?hash=item1c:g:x&_trkparms=z",
                        "https://ebay.com/itm/123456789012"),
                arguments(
                        "https://m.aliexpress.com/item/1005001.html?algo_pvid=9&sku_id=1",
                        "https://aliexpress.com/item/1005001.html"),
                arguments("https://www.temu.com/leather-bag-g-6010.html", "https://temu.com/goods.html?goods_id=6010"),
                // social pages
                arguments(
                        "https://www.facebook.com/FakeBagsShop/?ref=page_internal",
                        "https://facebook.com/fakebagsshop"),
                arguments(
                        "https://m.facebook.com/profile.php?id=1000&__tn__=C",
                        "https://facebook.com/profile.php?id=1000"),
                arguments("https://instagram.com/Fake.Bags?igshid=Y2", "https://instagram.com/fake.bags"),
                arguments("https://weibo.com/u/5500?refer_flag=1001", "https://weibo.com/u/5500"),
                arguments(
                        "https://www.xiaohongshu.com/discovery/item/64a0b1c2000000001203abcd?xsec_token=AB&xsec_source=pc",
                        "https://xiaohongshu.com/explore/64a0b1c2000000001203abcd"),
                // share texts
                arguments(
                        "【淘宝】https://m.tb.cn/h.5abCdEf?tk=WxYz2 CZ0001 「名牌包 女士」\n点击链接直接打开 或者 淘宝搜索直接打开",
                        "https://m.tb.cn/h.5abCdEf"),
                arguments(
                        "3.89 复制打开抖音，看看【假包店的作品】 https://v.douyin.com/iRNBho5/ 08/23 wFU:/ l@D.Uy",
                        "https://v.douyin.com/iRNBho5"),
                // international names
                arguments("https://假包.中国/p", "https://xn--sxqs0e.xn--fiqs8s/p"),
                arguments("https://ＢÜCHER.example/p", "https://xn--bcher-kva.example/p"),
                arguments("https://xn--bcher-kva.example/p", "https://xn--bcher-kva.example/p"),
                // who is really called: what stands before @ is no host
                arguments("https://www.taobao.com@fakebags.example/p", "https://fakebags.example/p"),
                arguments("https://user:secret@fakebags.example/p", "https://fakebags.example/p"),
                arguments("https://fakebags.example\\@taobao.com/p", "https://fakebags.example/@taobao.com/p"),
                // IP addresses in a browser's spellings; 203.0.113.0/24 is set aside for documentation
                arguments("http://203.0.113.7/shop", "https://203.0.113.7/shop"),
                arguments("203.0.113.7:8080/shop", "https://203.0.113.7:8080/shop"),
                arguments("http://3405803783/shop", "https://203.0.113.7/shop"),
                arguments("http://0xcb.0.0x71.7/shop", "https://203.0.113.7/shop"),
                arguments("http://[2001:DB8:0::7]/shop", "https://[2001:db8::7]/shop"));
    }

    @ParameterizedTest
    @MethodSource("dirtyAddresses")
    void oneListingHasOneAddressHoweverItIsWritten(String written, String expected) {
        ListingAddress address = ListingAddress.parse(written);
        assertThat(address.normalised()).isEqualTo(expected);
        assertThat(ListingAddress.parse(address.normalised())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), listing.scheme",
        "JavaScript:location='https://fakebags.example', listing.scheme",
        "java\u200bscript:alert(1), listing.scheme",
        "data:text/html;base64;PGI+, listing.scheme",
        "file:///etc/passwd, listing.scheme",
        "ftp://fakebags.example/p, listing.scheme",
        "taobao://item.taobao.com/item.htm?id=1, listing.scheme",
        "see attached sheet, listing.none",
        "淘宝搜索店铺名, listing.none",
        "seller@fakebags.com, listing.none",
        "￥AbCdEf12345￥, listing.token",
        "'', listing.missing",
        "'  ', listing.missing",
        "https://, listing.host",
        "https://localhost/p, listing.host",
        "https://taobao/p, listing.host",
        "https://com.cn/p, listing.host",
        "https://192.168.1.5/p, listing.host",
        "http://127.1/p, listing.host",
        "http://2130706433/p, listing.host",
        "http://[::1]/p, listing.host",
        "http://[fd00::1]/p, listing.host",
        "http://999.1.1.1/p, listing.host",
        "https://fakebags.example:99999/p, listing.host",
        "https://fake bags/p, listing.host",
        "https://-fake-.example/p, listing.host",
        "https://a.example/1 https://b.example/2, listing.several"
    })
    void whatIsNoListingIsRefusedWithItsReason(String written, String key) {
        assertThatThrownBy(() -> ListingAddress.parse(written))
                .asInstanceOf(InstanceOfAssertFactories.type(BadInput.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("listingUrl");
                    assertThat(refusal.messageKey()).isEqualTo(key);
                });
    }

    @Test
    void oneCellMayHoldSeveralListingsAndRemarks() {
        String cell = "https://fakebags.example/p/17; fakebags.com/p/18\nhttps://FAKEBAGS.example/p/17#x (same again)\n"
                + "see also www.fakeshoes.example；卖家不肯退款";
        assertThat(ListingAddress.parseAll(cell))
                .extracting(ListingAddress::normalised)
                .containsExactly(
                        "https://fakebags.example/p/17", "https://fakebags.com/p/18", "https://fakeshoes.example/");
    }

    @Test
    void addressesGluedTogetherAreToldApart() {
        assertThat(ListingAddress.parseAll("https://a.example/1https://b.example/2"))
                .extracting(ListingAddress::host)
                .containsExactly("a.example", "b.example");
    }

    @Test
    void oneBadAddressInACellIsNamed() {
        assertThatThrownBy(() -> ListingAddress.parseAll("https://fakebags.example/p https://192.168.0.1/q"))
                .asInstanceOf(InstanceOfAssertFactories.type(BadInput.class))
                .satisfies(
                        refusal -> assertThat((String) refusal.arguments()[0]).contains("192.168.0.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.fakebags.co.uk/p, shop.fakebags.co.uk, fakebags.co.uk",
        "https://fakebags.com.cn/p, fakebags.com.cn, fakebags.com.cn",
        "https://fake-bags.myshopify.com/p, fake-bags.myshopify.com, fake-bags.myshopify.com",
        "https://h5.m.taobao.com/awp/core/detail.htm?id=7001, item.taobao.com, taobao.com",
        "https://shop.fakebags.example/p, shop.fakebags.example, fakebags.example",
        "http://203.0.113.7/shop, 203.0.113.7, 203.0.113.7"
    })
    void theDomainSomebodyRegisteredIsKnown(String written, String host, String registrable) {
        ListingAddress address = ListingAddress.parse(written);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.registrableDomain()).isEqualTo(registrable);
    }

    @Test
    void anInternationalHostIsShownInItsOwnScript() {
        assertThat(ListingAddress.parse("https://假包.中国/p").displayedHost()).isEqualTo("假包.中国");
    }

    @ParameterizedTest
    @CsvSource({
        "https://item.taobao.com/item.htm?id=1, taobao, 330000",
        "https://fake.tmall.com/, tmall, 330000",
        "https://item.jd.com/1.html, jd, 110000",
        "https://mobile.yangkeduo.com/goods.html?goods_id=1, pinduoduo, 310000",
        "https://www.facebook.com/fakebags, facebook, ",
        "https://www.xiaohongshu.com/user/profile/1, xiaohongshu, 310000",
        "https://tieba.baidu.com/p/1, tieba, 110000",
        "https://fake-bags.myshopify.com/p, shopify, "
    })
    void thePlatformAndItsOperatorsProvinceAreKnown(String written, String platform, String region) {
        Platform found = ListingAddress.parse(written).platform().orElseThrow();
        assertThat(found.key()).isEqualTo(platform);
        assertThat(found.domicile().orElse(null)).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://nottaobao.com/p", "https://taobao.com.fakebags.example/p", "https://faketaobao.com"})
    void aLookAlikeIsNotThePlatform(String written) {
        assertThat(ListingAddress.parse(written).platform()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"淘宝, taobao", "TaoBao, taobao", "淘宝网, taobao", "天猫 商城, tmall", "taobao.com, taobao", "QQ空间, qq"})
    void aPlatformIsKnownByWhatPeopleCallIt(String name, String key) {
        assertThat(Platform.ofName(name)).map(Platform::key).contains(key);
    }

    @Test
    void anAddressLongerThanATableColumnIsRefused() {
        String path = "a".repeat(2100);
        assertThatThrownBy(() -> ListingAddress.parse("https://fakebags.example/" + path))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("listing.long");
        assertThatThrownBy(() -> ListingAddress.parse("x".repeat(3_000_000))).isInstanceOf(BadInput.class);
    }

    @Test
    void everyRefusalHasItsSentenceInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("messages.intake", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("messages.intake", Locale.CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.keySet().forEach(key -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
    }
}
