//! Wrangler configurations with bindings to private networks.

use serde_json::{Value, json};

use crate::Random;

/// A valid configuration; its binding names are all different.
pub fn wrangler(random: &mut Random) -> Value {
    let mut number = 0;
    let mut configuration = json!({"name": "my-worker", "main": "src/index.js", "vars": {"LEVEL": "info"}});
    lists(random, &mut configuration, &mut number);
    if random.chance(1, 3) {
        let mut environment = json!({});
        lists(random, &mut environment, &mut number);
        configuration["env"] = json!({"staging": environment});
    }
    configuration
}

fn lists(random: &mut Random, at: &mut Value, number: &mut usize) {
    if random.chance(3, 4) {
        at["vpc_services"] = (0..random.below(3))
            .map(|_| {
                let mut binding = json!({"binding": name(number), "service_id": id(random)});
                remote(random, &mut binding);
                binding
            })
            .collect();
    }
    if random.chance(1, 2) {
        at["vpc_networks"] = (0..random.below(3))
            .map(|_| {
                let mut binding = if random.chance(1, 2) {
                    json!({"binding": name(number), "tunnel_id": id(random)})
                } else {
                    json!({"binding": name(number), "network_id": random.pick(&["cf1:network", "other"])})
                };
                remote(random, &mut binding);
                binding
            })
            .collect();
    }
}

fn remote(random: &mut Random, binding: &mut Value) {
    if random.chance(1, 3) {
        binding["remote"] = json!(random.chance(3, 4));
    }
}

fn name(number: &mut usize) -> String {
    *number += 1;
    format!("BINDING_{number}")
}

fn id(random: &mut Random) -> String {
    format!("0199295b-b3ac-7760-8246-{:012x}", random.below(1 << 40))
}
