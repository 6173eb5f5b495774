"""The bedside: strength, movements, sensation, reflexes, signs, tasks and gait signs."""
