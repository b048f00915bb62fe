package org.godwit.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.godwit.app.fx.Desk;

/** A desktop that does nothing; measures ask nothing of it. */
final class NoDesk implements Desk {
    @Override
    public void copy(String text) {
        throw new UnsupportedOperationException(text);
    }

    @Override
    public void copy(Image picture) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return List.of();
    }

    @Override
    public Optional<Path> chooseTarget(String title, Path suggestion) {
        return Optional.empty();
    }
}
