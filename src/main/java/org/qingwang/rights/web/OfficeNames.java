package org.qingwang.rights.web;

import java.util.Locale;
import java.util.Map;

/** Says in words which office a code of WIPO ST.3 stands for. */
record OfficeNames(Locale locale) {

    private static final Map<String, String> ENGLISH =
            Map.of("WO", "WIPO (international)", "EM", "European Union", "BX", "Benelux", "AP", "ARIPO", "OA", "OAPI");
    private static final Map<String, String> CHINESE =
            Map.of("WO", "世界知识产权组织（国际注册）", "EM", "欧盟", "BX", "比荷卢", "AP", "非洲地区知识产权组织", "OA", "非洲知识产权组织");

    /** @return the territory's name in the reader's language; the code itself if it has none */
    public String name(String code) {
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        String organisation = (chinese ? CHINESE : ENGLISH).get(code);
        return organisation == null
                ? new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)
                : organisation;
    }
}
