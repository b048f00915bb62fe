package org.godwit.acceptance;

import java.math.BigDecimal;
import java.util.TreeSet;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares JSON texts without any code of the project: names in any order, numbers by exact value. */
final class SameJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private SameJson() {}

    static boolean same(String a, String b) {
        return same(MAPPER.readTree(a), MAPPER.readTree(b));
    }

    private static boolean same(JsonNode a, JsonNode b) {
        if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
            return false;
        }
        if (a.isObject()) {
            return new TreeSet<>(a.propertyNames()).equals(new TreeSet<>(b.propertyNames()))
                    && a.propertyNames().stream().allMatch(name -> same(a.get(name), b.get(name)));
        }
        if (a.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a.isNumber() ? sameNumber(a.asString(), b.asString()) : a.equals(b);
    }

    private static boolean sameNumber(String a, String b) {
        boolean finite = Character.isDigit(a.charAt(a.length() - 1)) && Character.isDigit(b.charAt(b.length() - 1));
        return finite ? new BigDecimal(a).compareTo(new BigDecimal(b)) == 0 : a.equals(b);
    }
}
