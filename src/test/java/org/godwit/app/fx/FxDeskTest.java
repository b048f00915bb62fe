package org.godwit.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.godwit.app.testing.Fx;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FxDeskTest {
    @Test
    @Tag("display")
    void putsTextOnTheClipboard() throws InterruptedException, ExecutionException {
        Fx.start();
        Fx.run(() -> new FxDesk(Stage::new, uri -> {}).copy("godwit migrate a"));
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("godwit migrate a");
    }

    @Test
    void opensAFolderByItsUri() throws InterruptedException, ExecutionException {
        Fx.start();
        List<String> opened = new ArrayList<>();
        Fx.run(() -> new FxDesk(Stage::new, opened::add).open(Path.of("a b").toAbsolutePath()));
        assertThat(opened).singleElement().asString().startsWith("file:").endsWith("a%20b");
    }
}
