package org.godwit.engine.sample;

import java.util.List;

/** The models and hardware that the invented laboratory has. */
final class Catalogue {
    /**
     * @param key its short name
     * @param name its name on a model hub
     * @param latencyMs of one item on the slowest hardware, in the first week
     * @param memoryMb without any item
     */
    record Model(String key, String name, String category, String modality, double latencyMs, double memoryMb) {}

    /**
     * @param label as people write it
     * @param speed times the slowest hardware
     * @param weeklyGain share of the latency that better drivers take away each week
     */
    record Hardware(String key, String label, double speed, double weeklyGain, double memoryMb, boolean simulated) {}

    static final List<Model> MODELS = List.of(
            new Model("bert", "bert-base-uncased", "embedding", "text", 164.5, 833.4),
            new Model("bert_tiny", "prajjwal1/bert-tiny", "embedding", "text", 21.8, 507.1),
            new Model("t5", "google/t5-efficient-tiny", "text_generation", "text", 24.8, 535.6),
            new Model("llama", "TinyLlama/TinyLlama-1.1B-Chat-v1.0", "text_generation", "text", 812.0, 4_310.0),
            new Model("vit", "google/vit-base-patch16-224", "vision", "image", 257.6, 836.1),
            new Model("detr", "facebook/detr-resnet-50", "vision", "image", 431.9, 1_102.8),
            new Model("clip", "openai/clip-vit-base-patch32", "multimodal", "image+text", 301.3, 1_240.5),
            new Model("whisper", "openai/whisper-tiny", "audio", "audio", 389.2, 711.7),
            new Model("wav2vec2", "facebook/wav2vec2-base", "audio", "audio", 276.4, 902.3));

    static final List<Hardware> HARDWARE = List.of(
            new Hardware("cpu", "CPU", 1.0, 0.002, 0, false),
            new Hardware("cuda", "CUDA", 14.2, 0.006, 620, false),
            new Hardware("rocm", "ROCm", 10.1, 0.011, 655, false),
            new Hardware("openvino", "OpenVINO", 2.3, 0.004, 90, false),
            new Hardware("mps", "MPS", 6.4, 0.003, 210, true),
            new Hardware("webgpu", "WebGPU", 3.8, 0.014, 140, true),
            new Hardware("webnn", "WebNN", 3.1, 0.009, 120, true));

    static final List<String> FAMILIES = List.of("embedding", "text_generation", "vision", "multimodal", "audio");

    private Catalogue() {}
}
