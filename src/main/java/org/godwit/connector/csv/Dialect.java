package org.godwit.connector.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.godwit.model.CsvOptions;

/**
 * How a file writes its table, told by its beginning or by a person.
 *
 * @param delimiter between fields
 * @param header whether the first record names the columns
 * @param names the columns
 */
record Dialect(char delimiter, boolean header, List<String> names) {
    private static final int SAMPLE = 1 << 18;
    private static final int RECORDS = 200;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    Dialect {
        names = List.copyOf(names);
    }

    /**
     * @param preferred the delimiter that the file's name promises, used where the content does not tell
     * @param options what a person says, whatever the content tells
     */
    static Dialect of(InputStream text, char preferred, CsvOptions options) throws IOException {
        byte[] sample = text.readNBytes(SAMPLE);
        char delimiter = options.delimiter() == null ? delimiter(sample, preferred) : options.delimiter();
        List<List<String>> records = records(sample, delimiter, Dialect::texts);
        if (records.isEmpty()) {
            return new Dialect(delimiter, false, List.of());
        }
        boolean header = options.header() == null ? isHeader(records) : options.header();
        List<String> first = records.getFirst();
        return new Dialect(delimiter, header, header ? names(first) : numbered(first.size()));
    }

    private static char delimiter(byte[] sample, char preferred) throws IOException {
        char best = preferred;
        double most = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(records(sample, delimiter, CsvParser::count));
            if (score > most || (score == most && delimiter == preferred)) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<String> texts(CsvParser parser) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < parser.count(); i++) {
            fields.add(parser.text(i));
        }
        return fields;
    }

    // The last record may be cut off by the end of the sample.
    private static <R> List<R> records(byte[] sample, char delimiter, Function<CsvParser, R> wanted) throws IOException {
        CsvParser parser = new CsvParser(new ByteArrayInputStream(sample), delimiter, 0, 1);
        List<R> records = new ArrayList<>();
        while (records.size() < RECORDS && parser.next()) {
            if (!parser.isBlank() && parser.fault().isEmpty()) {
                records.add(wanted.apply(parser));
            }
        }
        if (sample.length == SAMPLE && records.size() > 1 && records.size() < RECORDS) {
            records.removeLast();
        }
        return records;
    }

    // The delimiter that gives most records the same number of fields, the more fields the better; 0 if it divides nothing.
    private static double score(List<Integer> records) {
        Map<Integer, Integer> widths = new HashMap<>();
        records.forEach(width -> widths.merge(width, 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            double share = (double) width.getValue() / records.size();
            if (width.getKey() > 1) {
                best = Math.max(best, share * share * (1 + Math.log(width.getKey())));
            }
        }
        return best;
    }

    // A header has a name for each column, none of which looks like a value, or occurs below itself again.
    private static boolean isHeader(List<List<String>> records) {
        List<String> first = records.getFirst();
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).strip();
            // Tables with row numbers have no name for them.
            boolean unnamed = name.isEmpty() && (i > 0 || first.size() == 1);
            if (unnamed || looksLikeAValue(name)) {
                return false;
            }
        }
        int again = 0;
        for (int i = 0; i < first.size(); i++) {
            int column = i;
            again += records.stream().skip(1).anyMatch(r -> r.size() > column && r.get(column).equals(first.get(column))) ? 1 : 0;
        }
        boolean repeatedWhole = records.stream().skip(1).anyMatch(first::equals);
        return repeatedWhole || again * 2 <= first.size();
    }

    private static boolean looksLikeAValue(String name) {
        return name.matches("[-+]?[0-9][0-9.,:/eE+-]*") || name.matches("\\d{4}-\\d\\d-\\d\\d.*") || name.matches("(?i)true|false|null|nan");
    }

    private static List<String> names(List<String> fields) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String wanted = fields.get(i).isEmpty() ? "column" + (i + 1) : fields.get(i);
            String name = wanted;
            for (int n = 2; !taken.add(name); n++) {
                name = wanted + "_" + n;
            }
            names.add(name);
        }
        return names;
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("column" + i);
        }
        return names;
    }
}
