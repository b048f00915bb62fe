package org.godwit.engine.sample;

/** The kinds of documents that the sample holds; the first five are those that the benchmark recipe knows. */
enum Shape {
    /** One model on one piece of hardware, with latency samples for each batch size. */
    DIRECT,
    /** The same measured by another program, without samples. */
    BATCH_SIZES,
    /** Which models ran on which hardware: a map of maps. */
    FUNCTIONALITY,
    /** Which families of models fit which hardware: a map of maps of objects. */
    MATRIX,
    /** A test of one model with a map of status words and a list of examples. */
    PERFORMANCE,
    /** How far a benchmark was at some moment. */
    PROGRESS,
    /** What a benchmark was to do. */
    CONFIG
}
