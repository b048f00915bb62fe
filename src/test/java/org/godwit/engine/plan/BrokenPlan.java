package org.godwit.engine.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plan that is good but for one place.
 *
 * @param find what stands in {@code good.plan.json}, once
 * @param replace what stands there instead
 * @param pointer where the fault is
 * @param nearest the valid name that is proposed, empty if none is
 * @param form whether the schema finds it
 */
record BrokenPlan(String find, String replace, String pointer, String nearest, boolean form) {
    static String good() {
        return PlanFilesTest.resource("good.plan.json");
    }

    String text() {
        String good = good();
        int at = good.indexOf(find);
        if (at < 0) {
            throw new IllegalArgumentException("not in good.plan.json: " + find);
        }
        return good.substring(0, at) + replace + good.substring(at + find.length());
    }

    private static BrokenPlan form(String find, String replace, String pointer, String nearest) {
        return new BrokenPlan(find, replace, pointer, nearest, true);
    }

    private static BrokenPlan meaning(String find, String replace, String pointer, String nearest) {
        return new BrokenPlan(find, replace, pointer, nearest, false);
    }

    /** Returns plans whose form is wrong: the schema tells. */
    static List<BrokenPlan> forms() {
        String direct = "{ \"name\": \"direct\", \"source\": \"files\"";
        String columns = "/tables/0/columns";
        return List.of(
                form("\"version\": 1", "\"version\": 2", "/version", ""),
                form("\"version\": 1, ", "", "", ""),
                form("\"name\": \"good\"", "\"name\": \"\"", "/name", ""),
                form("\"datasets\":", "\"datesets\":", "/datesets", "datasets"),
                form("\"views\":", "\"view\":", "/view", "views"),
                form("\"path\": \"results\"", "\"path\": 7", "/sources/0/path", ""),
                form("\"path\": \"results\"", "\"path\": \"results\", \"password\": \"x\"", "/sources/0/password", ""),
                form("\"path\": \"results\"", "\"path\": \"results\", \"mode\": \"append\"", "/sources/0/mode", ""),
                form("\"path\": \"results\"", "\"path\": \"results\", \"options\": { \"delimeter\": \";\" }", "/sources/0/options/delimeter", "delimiter"),
                form("\"path\": \"results\"", "\"path\": \"results\", \"options\": { \"delimiter\": \"\" }", "/sources/0/options/delimiter", ""),
                form("\"path\": \"results\"", "\"path\": \"results\", \"options\": { \"header\": \"no\" }", "/sources/0/options/header", ""),
                form("\"include\": [\"**/*.json\"]", "\"include\": \"**/*.json\"", "/sources/0/include", ""),
                form("\"type\": \"duckdb\", ", "", "/target", ""),
                form(direct, "{ \"nmae\": \"direct\", \"source\": \"files\"", "/datasets/0/nmae", "name"),
                form("\"lacks\"", "\"lack\"", "/datasets/0/match/lack", "lacks"),
                form("\"has\": [\"$.model\"]", "\"has\": [\"$.model\", \"$.model\"]", "/datasets/0/match/has/1", ""),
                form("\"$.sizes\": \"object\"", "\"$.sizes\": \"objekt\"", "/datasets/0/match/types/$.sizes", "object"),
                form("\"error\"", "\"eror\"", "/tables/0/onConflict", "error"),
                form("\"key\": [\"model\"]", "\"key\": \"model\"", "/tables/0/key", ""),
                form("\"generate\": \"id\"", "\"generate\": \"uuid\"", columns + "/0/generate", ""),
                form("\"required\": true", "\"required\": \"yes\"", columns + "/1/required", ""),
                form("\"required\": true", "\"requird\": true", columns + "/1/requird", "required"),
                form("\"dataset\": \"direct\", \"rows\": \"$\"", "\"dataset\": \"direct\"", "/tables/0/feeds/0", ""),
                form("{ \"const\": 12.5 }", "{ \"const\": null }", "/tables/0/feeds/0/set/price/const", ""),
                form("{ \"const\": 12.5 }", "{ \"cnst\": 12.5 }", "/tables/0/feeds/0/set/price/cnst", "const"),
                form("{ \"const\": 12.5 }", "{ }", "/tables/0/feeds/0/set/price", ""),
                form("{ \"const\": 12.5 }", "12.5", "/tables/0/feeds/0/set/price", ""),
                form("{ \"const\": 12.5 }", "{ \"const\": 12.5, \"from\": \"$.a\" }", "/tables/0/feeds/0/set/price/const", ""),
                form("[\"$.made\", \"$.date\"]", "[]", "/tables/0/feeds/0/set/made/from", ""),
                form("[\"$.made\", \"$.date\"]", "[\"$.made\", 3]", "/tables/0/feeds/0/set/made/from/1", ""),
                form("\"null\": \"null\"", "\"null\": \"nul\"", "/tables/0/feeds/0/set/made/null", "null"),
                form("\"default\": 0.5", "\"defualt\": 0.5", "/tables/1/feeds/0/set/latency/defualt", "default"),
                form("\"transform\": { \"name\": \"to_unit\"", "\"transform\": { \"nme\": \"to_unit\"", "/tables/1/feeds/0/set/latency/transform", ""),
                form("\"parent\": \"runs\", \"level\": \"s\"", "\"parent\": \"runs\"", "/tables/2/feeds/0/set/run_id", ""),
                form("\"reads\": { \"x\": \"@.latency\" }", "\"reads\": { \"x y\": \"@.latency\" }", "/tables/1/feeds/0/set/doubled/reads/x y", ""),
                form(", \"reads\": { \"x\": \"@.latency\" }", "", "/tables/1/feeds/0/set/doubled", ""),
                form("\"sql\": \"SELECT * FROM runs\"", "\"query\": \"SELECT * FROM runs\"", "/views/0/query", ""),
                form("\"stop\"", "\"stopp\"", "/options/onReject", "stop"),
                form("\"duplicates\"", "\"duplicate\"", "/options/duplicate", "duplicates"));
    }

    /** Returns plans whose texts or meaning are wrong. */
    static List<BrokenPlan> meanings() {
        return Stream.concat(names().stream(), values().stream()).toList();
    }

    private static List<BrokenPlan> names() {
        return List.of(
                meaning("\"path\": \"results\"", "\"path\": \"jdbc:x://h/d?password=p\"", "/sources/0/path", ""),
                meaning("\"path\": \"results\"", "\"path\": \"results\", \"options\": { \"header\": false }", "/sources/0/options", ""),
                meaning("\"json\", \"path\": \"results\"", "\"csv\", \"path\": \"results\", \"options\": { \"delimiter\": \"semicolom\" }",
                        "/sources/0/options/delimiter", "semicolon"),
                meaning("\"json\", \"path\": \"results\"", "\"csv\", \"path\": \"results\", \"options\": { \"delimiter\": \"\\\"\" }",
                        "/sources/0/options/delimiter", ""),
                meaning("\"path\": \"out.duckdb\"", "\"path\": \"x://me:word@host/d\"", "/target/path", ""),
                meaning("\"target\": { \"type\": \"duckdb\", \"path\": \"out.duckdb\" },", "", "", ""),
                meaning("\"source\": \"files\" }", "\"source\": \"fils\" }", "/datasets/1/source", "files"),
                meaning("{ \"name\": \"other\"", "{ \"name\": \"DIRECT\"", "/datasets/1/name", ""),
                meaning("{ \"name\": \"direct\", \"source\": \"files\",", "{ \"name\": \"all\" }, { \"name\": \"direct\", \"source\": \"files\",",
                        "/datasets/1", ""),
                meaning("\"lacks\": [\"$.old\"]", "\"lacks\": [\"$.sizes\"]", "/datasets/0/match/lacks/0", ""),
                meaning("\"has\": [\"$.model\"]", "\"has\": [\"@.model\"]", "/datasets/0/match/has/0", ""),
                meaning("\"has\": [\"$.model\"]", "\"has\": [\"$.model[\"]", "/datasets/0/match/has/0", ""),
                meaning("\"name\": \"samples\"", "\"name\": \"_godwit_samples\"", "/tables/2/name", ""),
                meaning("\"name\": \"latest\"", "\"name\": \"RUNS\"", "/views/0/name", ""),
                meaning("SELECT * FROM runs", "DROP TABLE runs", "/views/0/sql", ""),
                meaning("\"key\": [\"model\"]", "\"key\": [\"modle\"]", "/tables/0/key/0", "model"),
                meaning("\"key\": [\"model\"]", "\"key\": [\"model_id\"]", "/tables/0/key/0", ""),
                meaning("\"key\": [\"model\"], ", "", "/tables/0/onConflict", ""),
                meaning("\"DECIMAL(5,2)\"", "\"DECIMAL(40,2)\"", "/tables/0/columns/3/type", "DECIMAL(p,s)"),
                meaning("\"DECIMAL(5,2)\"", "\"DUBLE\"", "/tables/0/columns/3/type", "DOUBLE"),
                meaning("\"name\": \"price\"", "\"name\": \"_doc\"", "/tables/0/columns/3/name", ""),
                meaning("\"name\": \"price\"", "\"name\": \"MADE\"", "/tables/0/columns/3/name", ""),
                meaning("\"type\": \"BIGINT\", \"generate\"", "\"type\": \"INTEGER\", \"generate\"", "/tables/0/columns/0/type", ""),
                meaning("\"name\": \"made\", \"type\": \"TIMESTAMP\"", "\"name\": \"made\", \"type\": \"BIGINT\", \"generate\": \"id\"",
                        "/tables/0/columns/2/generate", ""),
                meaning("\"dataset\": \"direct\"", "\"dataset\": \"dierct\"", "/tables/0/feeds/0/dataset", "direct"),
                meaning("\"rows\": \"$\"", "\"rows\": \"@\"", "/tables/0/feeds/0/rows", ""),
                meaning("\"$.sizes.*:s.samples[*]:i\"", "\"$.sizes.*:s.samples[*]:s\"", "/tables/2/feeds/0/rows", ""),
                meaning("exists($.model) and", "exists($.model) und", "/tables/0/feeds/0/when", ""),
                meaning("exists($.model) and", "exists($.models[*]) and", "/tables/0/feeds/0/when", ""));
    }

    private static List<BrokenPlan> values() {
        String set = "/tables/0/feeds/0/set";
        String runs = "/tables/1/feeds/0/set";
        String samples = "/tables/2/feeds/0/set";
        return List.of(
                meaning("\"model\": { \"from\"", "\"modle\": { \"from\"", set + "/modle", "model"),
                meaning("\"model\": { \"from\"", "\"model_id\": { \"from\"", set + "/model_id", ""),
                meaning("\"$.date\"]", "\"$.dates[*]\"]", set + "/made/from/1", ""),
                meaning("\"compact\"]", "\"compct\"]", set + "/made/transform/forms/1", "compact"),
                meaning("{ \"const\": 12.5 }", "{ \"const\": 1234.5 }", set + "/price/const", ""),
                meaning("{ \"const\": 12.5 }", "{ \"const\": \"12.5\" }", set + "/price/const", ""),
                meaning("[\"trim\", \"lower\"]", "[\"trim\", \"lowr\"]", set + "/model/transform/1", "lower"),
                meaning("[\"trim\", \"lower\"]", "[\"trim\", \"exists\"]", set + "/model/transform", ""),
                meaning("\"ref\": \"models\"", "\"ref\": \"model\"", runs + "/model_id/ref", "models"),
                meaning("\"ref\": \"models\"", "\"ref\": \"samples\"", runs + "/model_id/ref", ""),
                meaning("\"on\": { \"model\":", "\"on\": { \"modle\":", runs + "/model_id/on/modle", "model"),
                meaning("\"name\": \"model_id\", \"type\": \"BIGINT\" }", "\"name\": \"model_id\", \"type\": \"VARCHAR\" }", runs + "/model_id", ""),
                meaning("\"key(size)\"", "\"key(sizes)\"", runs + "/size", "size"),
                meaning("\"key(size)\"", "\"pos(size)\"", runs + "/size", ""),
                meaning("\"default\": 0.5", "\"default\": \"none\"", runs + "/latency/default", ""),
                meaning("\"to\": \"ms\"", "\"to\": \"mss\"", runs + "/latency/transform/to", "ms"),
                meaning("\"to\": \"ms\"", "\"to\": \"MB\"", runs + "/latency/transform/to", ""),
                meaning("\"text\": \"ok\", ", "", runs + "/ok/transform", ""),
                meaning("\"ignoreCase\": true", "\"ignorecase\": true", runs + "/ok/transform/ignorecase", "ignoreCase"),
                meaning("\"0\": \"fail\"", "\"0\": false", runs + "/status/transform/values/0", ""),
                meaning("\"file(name)\"", "\"file(nmae)\"", runs + "/file", ""),
                meaning("\"x * 2\"", "\"y * 2\"", runs + "/doubled/reads/x", ""),
                meaning("{ \"name\": \"runs\",", "{ \"name\": \"runs\", \"key\": [\"doubled\"],", runs + "/doubled", ""),
                meaning("{ \"name\": \"runs\",", "{ \"name\": \"runs\", \"key\": [\"metrics\"],", runs + "/metrics", ""),
                meaning("\"metrics\", \"type\": \"JSON\"", "\"metrics\", \"type\": \"VARCHAR\"", runs + "/metrics", ""),
                meaning("\"parent\": \"runs\"", "\"parent\": \"run\"", samples + "/run_id/parent", "runs"),
                meaning("\"level\": \"s\"", "\"level\": \"t\"", samples + "/run_id/level", "s"),
                meaning("\"level\": \"s\"", "\"level\": \"i\"", samples + "/run_id", ""),
                meaning("\"parent\": \"runs\"", "\"parent\": \"samples\"", samples + "/run_id/parent", ""),
                meaning("\"pos(i)\"", "\"key(i)\"", samples + "/position", ""));
    }

    @Override
    public String toString() {
        return find + " -> " + replace;
    }
}
