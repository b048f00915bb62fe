package org.godwit.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Places in a folder of the test. */
abstract class PlacesFixture {
    @TempDir
    Path folder;

    Places places;

    @BeforeEach
    void open() {
        places = new Places(folder);
    }
}
