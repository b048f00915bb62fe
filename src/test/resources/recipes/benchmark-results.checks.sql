-- What must hold after the recipe has run over the real benchmark results. Each statement gives no row if it does.
-- Counts and sums were found independently of the program.

-- rows of each shape
WITH wanted(test_type, documents, measured, samples, compatible, tests) AS (VALUES
  ('direct_benchmark', 11, 12, 50, 0, 0), ('batch_size_benchmark', 7, 14, 0, 7, 0), ('model_functionality', 9, 0, 0, 117, 0),
  ('compatibility_matrix', 7, 0, 0, 99, 0), ('hf_performance', 8, 48, 0, 0, 184)),
found AS (SELECT test_type, count(*) AS documents,
  sum((SELECT count(*) FROM performance_results p WHERE p.run_id = r.run_id)) AS measured,
  sum((SELECT count(*) FROM performance_results p JOIN performance_batch_results USING (result_id) WHERE p.run_id = r.run_id)) AS samples,
  sum((SELECT count(*) FROM hardware_compatibility c WHERE c.run_id = r.run_id)) AS compatible,
  sum((SELECT count(*) FROM integration_test_results t WHERE t.run_id = r.run_id)) AS tests
  FROM test_runs r GROUP BY test_type)
(FROM wanted EXCEPT FROM found) UNION ALL (FROM found EXCEPT FROM wanted);

-- sums of the direct benchmarks
SELECT latency, throughput FROM (SELECT sum(average_latency_ms) AS latency, sum(throughput_items_per_second) AS throughput
  FROM performance_results JOIN test_runs USING (run_id) WHERE test_type = 'direct_benchmark')
WHERE latency IS NULL OR abs(latency - 1326.2107849121094) > 1e-9 OR abs(throughput - 921.7287250288201) > 1e-9;

-- two attempts failed: no measures, and the error is told
SELECT failed FROM (SELECT count(*) AS failed FROM performance_results JOIN test_runs USING (run_id)
  WHERE test_type = 'direct_benchmark' AND average_latency_ms IS NULL AND throughput_items_per_second IS NULL
    AND memory_peak_mb IS NULL AND length(metrics ->> '$.error') > 0)
WHERE failed <> 2;

-- no invented measures
SELECT result_id FROM performance_results WHERE average_latency_ms = 0 AND throughput_items_per_second = 0;

-- nothing is called unknown
SELECT model_name FROM models WHERE model_name ILIKE '%unknown%' OR model_name = ''
UNION ALL SELECT hardware_type FROM hardware_platforms WHERE hardware_type ILIKE '%unknown%' OR hardware_type = '';

-- one row per model and hardware, names in lower case
SELECT hardware_type FROM hardware_platforms GROUP BY hardware_type HAVING count(*) > 1 OR hardware_type <> lower(hardware_type)
UNION ALL SELECT model_name FROM models GROUP BY model_name HAVING count(*) > 1;

-- the models and hardware that are there
SELECT models, hardware FROM (SELECT (SELECT count(*) FROM models) AS models, (SELECT count(*) FROM hardware_platforms) AS hardware)
WHERE models <> 27 OR hardware <> 11;

-- every reference leads to a row
SELECT result_id FROM performance_results p WHERE NOT EXISTS (FROM models m WHERE m.model_id = p.model_id)
  OR NOT EXISTS (FROM hardware_platforms h WHERE h.hardware_id = p.hardware_id) OR NOT EXISTS (FROM test_runs r WHERE r.run_id = p.run_id)
UNION ALL SELECT compatibility_id FROM hardware_compatibility c WHERE NOT EXISTS (FROM models m WHERE m.model_id = c.model_id)
  OR NOT EXISTS (FROM hardware_platforms h WHERE h.hardware_id = c.hardware_id)
UNION ALL SELECT test_result_id FROM integration_test_results t WHERE NOT EXISTS (FROM models m WHERE m.model_id = t.model_id)
  OR (t.hardware_id IS NOT NULL AND NOT EXISTS (FROM hardware_platforms h WHERE h.hardware_id = t.hardware_id))
UNION ALL SELECT batch_id FROM performance_batch_results b WHERE NOT EXISTS (FROM performance_results p WHERE p.result_id = b.result_id);

-- tests that name no hardware have none
SELECT test_name FROM integration_test_results WHERE test_name IN ('init', 'apple_tests') AND hardware_id IS NOT NULL;

-- families are models of their own
SELECT families FROM (SELECT count(*) AS families FROM models WHERE model_name = model_family AND metadata ->> '$.level' = 'family')
WHERE families <> 5;

-- status words
(SELECT status, count(*) AS tests FROM integration_test_results GROUP BY status
  EXCEPT VALUES ('pass', 100), ('fail', 3), ('error', 2), ('skip', 8), ('info', 71))
UNION ALL (VALUES ('pass', 100), ('fail', 3), ('error', 2), ('skip', 8), ('info', 71)
  EXCEPT SELECT status, count(*) FROM integration_test_results GROUP BY status);

-- the word itself is kept, and an error message only with fail and error
SELECT test_name FROM integration_test_results WHERE metadata IS NULL OR (error_message IS NOT NULL) <> (status IN ('fail', 'error'));

-- simulated rows are flagged, and only those
SELECT measured, compatible, tests FROM (SELECT
  (SELECT count(*) FROM performance_results WHERE is_simulated) AS measured,
  (SELECT count(*) FROM hardware_compatibility WHERE is_simulated) AS compatible,
  (SELECT count(*) FROM integration_test_results WHERE is_simulated) AS tests)
WHERE measured <> 16 OR compatible <> 28 OR tests <> 32;

-- every flag says yes or no
SELECT result_id FROM performance_results WHERE is_simulated IS NULL
UNION ALL SELECT compatibility_id FROM hardware_compatibility WHERE is_simulated IS NULL
UNION ALL SELECT test_result_id FROM integration_test_results WHERE is_simulated IS NULL;

-- all moments were read, but for the one matrix that has none
SELECT runs FROM (SELECT count(*) AS runs FROM test_runs WHERE started_at IS NULL) WHERE runs <> 1
UNION ALL SELECT count(*) FROM performance_results WHERE created_at IS NULL HAVING count(*) > 0;

-- the views can be read
SELECT pairs FROM (SELECT count(*) AS pairs FROM latest_performance_metrics) WHERE pairs <> (SELECT count(*) FROM
  (SELECT DISTINCT model_id, hardware_id FROM performance_results));
SELECT verdicts FROM (SELECT sum(compatible_count + incompatible_count) AS verdicts FROM model_hardware_compatibility) WHERE verdicts IS DISTINCT FROM 223;
SELECT tests FROM (SELECT sum(total_tests) AS tests FROM integration_test_status) WHERE tests IS DISTINCT FROM 184;
