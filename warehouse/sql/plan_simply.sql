pragma disable_optimizer;
