package org.godwit.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.godwit.app.fx.Desk;
import org.jspecify.annotations.Nullable;

/** A desktop that answers at once and remembers what it was asked. */
public final class FakeDesk implements Desk {
    private final List<String> copied = new ArrayList<>();
    private final List<Image> pictures = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private @Nullable Path answer;

    /** The next dialogs are answered with this. */
    public void willAnswer(Path path) {
        answer = path;
    }

    public List<String> copied() {
        return copied;
    }

    public List<Image> pictures() {
        return pictures;
    }

    public List<Path> opened() {
        return opened;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void copy(Image picture) {
        pictures.add(picture);
    }

    @Override
    public void open(Path folder) {
        opened.add(folder);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.ofNullable(answer);
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return Optional.ofNullable(answer).stream().toList();
    }

    @Override
    public Optional<Path> chooseTarget(String title, Path suggestion) {
        return Optional.ofNullable(answer);
    }
}
